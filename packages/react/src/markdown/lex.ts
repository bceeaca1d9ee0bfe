import { limits } from '@batonchat/protocol';
import type { Token } from 'marked';
import { Lexer } from './lexer.js';

/** One top-level block of a text: its source and what it parsed to. */
export interface Block {
  raw: string;
  token: Token;
}

/** A text cut into blocks. `blocks` is null where the text is shown as it was written. */
export interface Blocks {
  text: string;
  blocks: readonly Block[] | null;
}

// Spelt out, so that a host page that shares this copy of marked can't change how our messages read.
const options = { gfm: true, breaks: true, pedantic: false } as const;

/** How many of the last blocks more text may still change: "1. a", blank line, "2" is a paragraph until ". b" comes. */
const openBlocks = 2;

function lex(text: string): Block[] | null {
  try {
    return new Lexer(options).lex(text).map((token) => ({ raw: token.raw, token }));
  } catch {
    // A thousand nested quotes exhaust the stack.
    return null;
  }
}

const isBlank = ({ token }: Block) => token.type === 'space';
const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { raw }) => sum + raw.length, 0);

/** The blocks of a text; null for one that is longer than a message may be, or too deep to parse. */
export function blocksOf(text: string): Blocks {
  return { text, blocks: text.length > limits.messageCharacters ? null : lex(text) };
}

/**
 * The blocks of a text that grows: when it continues `previous`, finished blocks keep their identity and only
 * the tail is parsed again. Link definitions that come late reach the finished blocks at the next `blocksOf`.
 */
export function extendBlocks(previous: Blocks | null, text: string): Blocks {
  if (previous?.text === text) return previous;
  const held = previous?.blocks;
  if (!held || text.length > limits.messageCharacters || !text.startsWith(previous.text))
    return blocksOf(text);
  if (lengthOf(held) !== previous.text.length) return blocksOf(text);
  const filled = held.flatMap((block, index) => (isBlank(block) ? [] : [index]));
  const frozen = held.slice(0, filled.at(-openBlocks) ?? 0);
  const tail = lex(text.slice(lengthOf(frozen)));
  return { text, blocks: tail && [...frozen, ...tail] };
}
