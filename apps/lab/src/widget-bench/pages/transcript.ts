import type { BenchMessage } from './subject.js';

const words =
  'parcel zip strap return label order courier refund size colour leather repair morning address warehouse stitch lining buckle photo receipt exchange delivery Friday invoice pocket canvas handle warranty branch weather'.split(
    ' ',
  );

/** The same row of numbers from 0 to under 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sentences(random: () => number, count: number): string {
  const sentence = () => {
    const said = Array.from({ length: 6 + Math.floor(random() * 9) }, () => {
      const word = words[Math.floor(random() * words.length)] ?? '';
      const kind = random();
      if (kind < 0.03) return `**${word}**`;
      if (kind < 0.05) return `*${word}*`;
      if (kind < 0.065) return `\`${word}\``;
      return kind < 0.075 ? `[${word}](https://example.com/${word})` : word;
    });
    return `The ${said.join(' ')}.`;
  };
  return Array.from({ length: count }, sentence).join(' ');
}

const listOf = (random: () => number, marker: (index: number) => string) =>
  Array.from({ length: 4 }, (_, index) => `${marker(index)} ${sentences(random, 1)}`).join('\n');

/** The kinds of block that replies are made of, most of them plain paragraphs. */
const blocks: readonly ((random: () => number) => string)[] = [
  (random) => sentences(random, 3),
  (random) => `## ${sentences(random, 1)}`,
  (random) => sentences(random, 4),
  (random) => listOf(random, () => '-'),
  (random) => sentences(random, 2),
  (random) =>
    `\`\`\`js\nconst order = find('${sentences(random, 1).length}');\nif (order) ship(order);\n\`\`\``,
  (random) => sentences(random, 3),
  (random) => listOf(random, (index) => `${index + 1}.`),
  (random) => `> ${sentences(random, 2)}`,
  (random) =>
    '| item | price |\n|---|---:|\n| strap | 12 |\n| lining | 40 |'.replace('12', () => `${random()}`),
];

/** Mixed Markdown, about 400 characters a message; each ends with its id, so that it can be recognised. */
export function transcriptOf(count: number, seed = 7): BenchMessage[] {
  const random = randomFrom(seed);
  const startedAt = Date.now() - count * 60_000;
  return Array.from({ length: count }, (_, index): BenchMessage => {
    const isVisitor = index % 3 === 0;
    const id = `m${index}z`;
    const block = blocks[Math.floor(random() * blocks.length)];
    const said = isVisitor
      ? sentences(random, 1 + Math.floor(random() * 2))
      : `${sentences(random, 2)}\n\n${block?.(random) ?? ''}\n\n${sentences(random, 2)}`;
    return { id, isVisitor, text: `${said}\n\n${id}`, at: startedAt + index * 60_000 };
  });
}

/** A reply of exactly so many tokens of four to five characters; the last one is {@link lastToken}. */
export function tokensOf(count: number, seed = 11): string[] {
  const random = randomFrom(seed);
  const tokens: string[] = [];
  for (let index = 0; tokens.length < count - 1; index += 1) {
    const block = `${blocks[index % blocks.length]?.(random) ?? ''}\n\n`;
    tokens.push(...(block.match(/\s*\S{1,5}|\s+/g) ?? []));
  }
  return [...tokens.slice(0, count - 1), lastToken];
}

/** What is looked for on the screen to know that all of a reply is there. */
export const lastToken = '\n\nomega-end';
