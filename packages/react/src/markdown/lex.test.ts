import { limits } from '@batonchat/protocol';
import { describe, expect, it } from 'vitest';
import { type Blocks, blocksOf, extendBlocks } from './lex.js';

const text = [
  '# Title',
  'A paragraph that goes on.',
  '1. one\n\n2. two\n\n   more of two',
  '```js\nconst a = 1;\n\nconst b = 2;\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '> quote\n> more',
  'The end.',
].join('\n\n');

describe('blocks of a growing text', () => {
  it('come out as if the text had been there at once, at every length', () => {
    let grown: Blocks | null = null;
    for (let length = 1; length <= text.length; length++) grown = extendBlocks(grown, text.slice(0, length));
    expect(grown?.blocks?.map(({ raw }) => raw)).toEqual(blocksOf(text).blocks?.map(({ raw }) => raw));
  });

  it('keep their identity once finished', () => {
    const before = extendBlocks(null, text.slice(0, 200));
    const after = extendBlocks(before, text);
    expect(after.blocks?.[0]).toBe(before.blocks?.[0]);
    expect(after.blocks?.[2]).toBe(before.blocks?.[2]);
  });

  it('start again when the text is another one', () => {
    const before = extendBlocks(null, 'one\n\ntwo\n\nthree');
    expect(extendBlocks(before, 'other').blocks?.map(({ raw }) => raw)).toEqual(['other']);
  });
});

describe('a text that can’t be cut into blocks', () => {
  it('is one that is longer than a message', () => {
    expect(blocksOf('x'.repeat(limits.messageCharacters)).blocks).not.toBeNull();
    expect(blocksOf('x'.repeat(limits.messageCharacters + 1)).blocks).toBeNull();
  });

  it('is one that nests without end', () => {
    expect(blocksOf('>'.repeat(limits.messageCharacters)).blocks).toBeNull();
  });

  it('is one of more elements than a page can lay out in a blink', () => {
    expect(blocksOf('a\n-\n'.repeat(400)).blocks).not.toBeNull();
    expect(blocksOf('a\n-\n'.repeat(401)).blocks).toBeNull();
    expect(blocksOf(`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(300)}`).blocks).toBeNull();
  });

  it('is not one that grows long, as long as its tail is short', () => {
    let grown = extendBlocks(null, 'A paragraph.\n\n');
    for (let block = 0; block < 400; block += 1) grown = extendBlocks(grown, `${grown.text}A paragraph.\n\n`);
    expect(grown.text.length).toBeGreaterThan(limits.messageCharacters);
    expect(grown.blocks?.filter(({ token }) => token.type === 'paragraph')).toHaveLength(401);
  });

  it('costs no more than a blink, whatever is in it', () => {
    const nasty = ['*a ', '[a](', '![', '<', '**a*', '_', '`', '~a~~', '|a', 'a_b@', '- ', '<!--', '&#'];
    for (const piece of nasty) {
      const startedAt = performance.now();
      blocksOf(piece.repeat(Math.floor(limits.messageCharacters / piece.length)));
      expect(performance.now() - startedAt, piece).toBeLessThan(1500);
    }
  });
});
