/** Chance that a seed repeats. */
export interface Random {
  /** From 0 to under 1. */
  next(): number;
  /** A whole number from 0 to under `below`. */
  below(below: number): number;
  /** One of them; there must be one. */
  pick<const Item>(items: readonly Item[]): Item;
  /** From `low` to under `high`. */
  between(low: number, high: number): number;
  /** Another stream, so that what one part draws does not shift the other's. */
  fork(name: string): Random;
}

/** A stream of a seed (mulberry32: 32 bits of state, good enough to choose where a fault strikes). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    pick<const Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error('There is nothing to pick from.');
      return items[Math.floor(next() * items.length)] as Item;
    },
    between: (low, high) => low + next() * (high - low),
    fork(name) {
      let hash = seed;
      for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      return randomOf(hash);
    },
  };
}
