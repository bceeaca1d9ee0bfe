import { setImmediate } from 'node:timers/promises';

/**
 * Does for many at once what would be done for each: those who come within one round of the event loop share one call,
 * and its failure.
 */
export function inGroups<Item>(
  work: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let gathered: Item[] = [];
  let group: Promise<void> | null = null;
  return (item) => {
    gathered.push(item);
    group ??= setImmediate().then(() => {
      const items = gathered;
      gathered = [];
      group = null;
      return work(items);
    });
    return group;
  };
}
