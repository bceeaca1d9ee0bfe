/** Percentile by nearest rank, of numbers in any order. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

/**
 * How many times as long the same thing takes under a strain as without it: both in turns within each round, since the
 * machine's other work comes and goes; the median of the rounds' ratios of their 99th percentiles.
 */
export async function strainRatio(options: {
  rounds: number;
  /** Resolves with how long each of its measurements took, in milliseconds. */
  measure(): Promise<number[]>;
  /** Begins the strain; resolves with how to end it. */
  strain(): Promise<() => Promise<void>>;
}): Promise<{ ratio: number; calmMs: number; strainedMs: number }> {
  const rounds: { ratio: number; calmMs: number; strainedMs: number }[] = [];
  for (let n = 0; n < options.rounds; n += 1) {
    const calmMs = percentile(await options.measure(), 99);
    const relieve = await options.strain();
    const strainedMs = percentile(await options.measure(), 99);
    await relieve();
    rounds.push({ ratio: strainedMs / calmMs, calmMs, strainedMs });
  }
  rounds.sort((a, b) => a.ratio - b.ratio);
  return rounds[rounds.length >> 1] ?? { ratio: Number.NaN, calmMs: Number.NaN, strainedMs: Number.NaN };
}
