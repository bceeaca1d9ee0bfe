/** Promises that are settled together. */
export interface Waiting {
  wait(): Promise<void>;
  settle(): void;
}

/** Nobody waits at first. */
export function createWaiting(): Waiting {
  const resolves: (() => void)[] = [];
  return {
    wait: () =>
      new Promise((resolve) => {
        resolves.push(resolve);
      }),
    settle() {
      for (const resolve of resolves.splice(0)) resolve();
    },
  };
}
