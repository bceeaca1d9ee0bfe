import { amount } from './figure.js';
import type { Result } from './trial.js';

/** The line of the books, summed over trials. */
const columns = ['sent', 'acked', 'delivered', 'lost', 'dupVisible', 'order', 'gaps'] as const;

/** Results as a Markdown table: one row a scenario and store, over its seeds. */
export function tableOf(results: readonly Result[]): string {
  const rows = grouped(results, ({ id, title, place }) => `${id} ${title} | ${place}`);
  return [
    '| scenario | store | seeds | sent | acked | delivered | lost | dup-visible | order | gaps | median (worst) | verdict |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --- | --- |',
    ...[...rows].map(([name, trials]) => {
      const sums = columns.map((column) => sum(trials.map(({ count }) => count?.[column] ?? 0)));
      const cells = [name, trials.length, ...sums, figuresOf(trials), verdictOf(trials)];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

function figuresOf(trials: readonly Result[]): string {
  const figures = grouped(
    trials.flatMap((trial) => trial.figures),
    ({ name }) => name,
  );
  return [...figures]
    .map(([name, taken]) => {
      const values = taken.map(({ value }) => value).sort((a, b) => a - b);
      const median = values[Math.floor((values.length - 1) / 2)] ?? 0;
      const worst = values.at(-1) ?? 0;
      return `${name} ${amount(median, '')} (${amount(worst, taken[0]?.unit ?? '')})`;
    })
    .join(', ');
}

function verdictOf(trials: readonly Result[]): string {
  const broken = trials.filter(({ failures, count }) => failures.length > 0 || count === null);
  return broken.length === 0 ? 'held' : `**broken** with ${broken.map(({ seed }) => seed).join(', ')}`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
