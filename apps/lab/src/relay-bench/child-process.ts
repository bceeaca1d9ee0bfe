import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of the bench that answers questions. */
export interface Child<Answers extends object> {
  pid: number;
  /** Rejects when the answer fails, and when the process ends before it answers. */
  ask<Name extends keyof Answers & string>(
    name: Name,
    ...args: Answers[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Answers[Name] extends (...args: never[]) => infer Result ? Awaited<Result> : never>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

interface Question {
  number: number;
  name: string;
  args: unknown[];
}

interface Answer {
  number: number;
  result?: unknown;
  error?: string;
}

const alive = new Set<ChildProcess>();

/** Starts a script of this folder as a process of its own; it can collect garbage when it is asked to. */
export function startChild<Answers extends object>(script: string, args: string[] = []): Child<Answers> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const flags = (process.env['BATON_BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean);
  const child = fork(file, args, { execArgv: ['--expose-gc', ...flags], serialization: 'json' });
  alive.add(child);
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      alive.delete(child);
      for (const [number, answer] of waiting)
        answer({ number, error: `${script} ended (${signal ?? code}).` });
      resolve();
    });
  });
  child.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  return {
    pid: child.pid ?? 0,
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, ({ result, error }) =>
          error === undefined ? resolve(result as never) : reject(new Error(error)),
        );
        if (child.connected) child.send({ number: asked, name, args: given } satisfies Question);
        else reject(new Error(`${script} has ended.`));
      }),
    async kill() {
      child.kill(process.env['BATON_BENCH_NODE_FLAGS'] ? 'SIGTERM' : 'SIGKILL');
      await ended;
    },
  };
}

/** Ends every process that still runs. */
export function killAll(): void {
  for (const child of alive) child.kill('SIGKILL');
}

/** In a process that `startChild` started: answers by these functions, and ends with its parent. */
export function answerParent(answers: object): void {
  const byName = new Map(Object.entries(answers) as [string, (...args: unknown[]) => unknown][]);
  process.on('message', ({ number, name, args }: Question) => {
    Promise.resolve()
      .then(() => byName.get(name)?.(...args))
      .then(
        (result) => process.send?.({ number, result } satisfies Answer),
        (error: unknown) =>
          process.send?.({
            number,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
      );
  });
  process.on('disconnect', () => process.exit());
}
