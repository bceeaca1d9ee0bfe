import { answerParent } from '../child-process.js';

/** What a server of the bench says of itself. */
export interface ServerAnswers {
  /** Resolves with the port when it listens. */
  port(): Promise<number>;
  /** CPU that the process has used, user and system (milliseconds). */
  cpuMs(): number;
  /** Resident memory after the garbage is collected (bytes). */
  residentBytes(): Promise<number>;
}

/** Answers for a server that listens on a port once that resolves. */
export function serve(port: Promise<number>): void {
  answerParent({
    port: () => port,
    cpuMs() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    async residentBytes() {
      for (let times = 0; times < 3; times += 1) {
        global.gc?.();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return process.memoryUsage.rss();
    },
  } satisfies ServerAnswers);
}
