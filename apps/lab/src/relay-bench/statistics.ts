/** The value that this share of them stays below (0.5: the median). NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle value; of an even number of them the upper one. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
