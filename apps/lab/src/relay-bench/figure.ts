/** One line of the result: a number, what it should be, and what it is made of. */
export interface Figure {
  name: string;
  measured: number;
  /** Behind the number: `x` for a ratio. */
  unit: string;
  must: number | null;
  goal: number | null;
  isHigherBetter: boolean;
  /** The numbers that it comes from. */
  from: string;
}

const reaches = ({ measured, isHigherBetter }: Figure, wanted: number) =>
  isHigherBetter ? measured >= wanted : measured <= wanted;

/** `met`, `goal met`, or by how much it is missed. */
export function verdictOf(figure: Figure): string {
  const { measured, must, goal } = figure;
  if (must !== null && !reaches(figure, must))
    return `MISSED by ${Math.round((100 * Math.abs(measured - must)) / must)}%`;
  if (goal !== null && reaches(figure, goal)) return 'goal met';
  return must === null ? '' : 'met';
}

const round = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The figures as a table for a terminal, one a line, what it comes from at its end. */
export function tableOf(figures: readonly Figure[], judge = verdictOf): string {
  const number = (value: number | null, unit: string) => (value === null ? '' : `${round(value)} ${unit}`);
  const rows = figures.map((figure) => [
    figure.name,
    number(figure.measured, figure.unit),
    number(figure.must, figure.unit),
    number(figure.goal, figure.unit),
    judge(figure),
    figure.from,
  ]);
  const all = [['figure', 'measured', 'must', 'goal', '', 'from'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
