/** Numbers from a seed: `next(below)` is a whole one from 0 to under `below`. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    // mulberry32: small, and good enough to break things with.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\0',
    ' ',
    '\ud800',
    '\u202e',
    'null',
    '-1',
    '1e999',
    '__proto__',
  ],
  ...['"type":"command"', '"type":"hello"', '""', '{}', '[[[[', '9007199254740993', '\\u0000', 'true', '.'],
];

/** The text with one to four places changed: cut, doubled, swapped, or something else put there. */
export function mutate(text: string, next: (below: number) => number): string {
  let changed = text;
  for (let left = next(4); left >= 0; left -= 1) {
    const at = next(changed.length + 1);
    const end = at + next(1 + Math.min(next(2) ? 4 : 200, changed.length - at));
    const kinds = [
      () => '',
      () => pieces[next(pieces.length)] ?? '',
      () => String.fromCharCode(next(0x1_0000)),
      () => changed.slice(at, end).repeat(2 + next(3)),
      () => [...changed.slice(at, end)].reverse().join(''),
    ];
    changed = changed.slice(0, at) + (kinds[next(kinds.length)]?.() ?? '') + changed.slice(end);
  }
  return changed;
}
