/** Percentile by nearest rank, of numbers in any order. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

const leastRounds = 5;
const mostRounds = 25;

/**
 * How many times as long the same thing takes under a strain as without it: both in turns within each round, and the
 * median of the rounds' ratios of their 99th percentiles. The machine's other work comes and goes, so there are more
 * rounds, up to 25, while that median is past `atMost`.
 */
export async function strainRatio(options: {
  atMost: number;
  /** Resolves with how long each of its measurements took, in milliseconds. */
  measure(): Promise<number[]>;
  /** Begins the strain; resolves with how to end it. */
  strain(): Promise<() => Promise<void>>;
}): Promise<number> {
  const ratios: number[] = [];
  for (;;) {
    const calm = percentile(await options.measure(), 99);
    const relieve = await options.strain();
    const strained = percentile(await options.measure(), 99);
    await relieve();
    ratios.push(strained / calm);
    const median = percentile(ratios, 50);
    if (ratios.length === mostRounds || (ratios.length >= leastRounds && median <= options.atMost))
      return median;
  }
}
