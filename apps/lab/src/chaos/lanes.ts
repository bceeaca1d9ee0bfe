/**
 * Does pieces of work, so many at a time, each lane taking the next one as soon as it is free. What comes of them is told
 * in their order, each as soon as those before it are told. Rejects with the first that rejects; none is begun after it.
 */
export async function inLanes<Result>(
  lanes: number,
  work: readonly (() => Promise<Result>)[],
  tell: (result: Result) => void,
): Promise<void> {
  const done = new Map<number, Result>();
  let next = 0;
  let told = 0;
  let hasFailed = false;

  async function lane(): Promise<void> {
    while (next < work.length && !hasFailed) {
      const index = next;
      next += 1;
      const piece = work[index];
      if (!piece) return;
      done.set(index, await piece());
      for (let result = done.get(told); result !== undefined; result = done.get(told)) {
        done.delete(told);
        told += 1;
        tell(result);
      }
    }
  }

  await Promise.all(
    Array.from({ length: lanes }, () =>
      lane().catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    ),
  );
}
