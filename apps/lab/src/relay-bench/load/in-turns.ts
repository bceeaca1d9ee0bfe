/** Does the work for 0, 1, 2, ... `count - 1`, twenty-five at a time. */
export async function inTurns(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: 25 }, worker));
}
