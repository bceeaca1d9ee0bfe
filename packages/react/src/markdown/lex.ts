import { limits } from '@batonchat/protocol';
import type { Token, Tokens } from 'marked';
import { foreseen } from './foreseen.js';
import { Lexer } from './marked-lexer.js';

/** One top-level block of a text: its source and what it parsed to. */
export interface Block {
  raw: string;
  token: Token;
}

/** A text cut into blocks. `blocks` is null where the text is shown as it was written. */
export interface Blocks {
  text: string;
  blocks: readonly Block[] | null;
  /** How long the sources of all blocks are together; not the text's length where the parser has changed it. */
  length: number;
}

// Spelt out, so that a host page that shares this copy of marked can't change how our messages read.
const options = { gfm: true, breaks: true, pedantic: false } as const;

/** How many of the last blocks more text may still change: "1. a", blank line, "2" is a paragraph until ". b" comes. */
const openBlocks = 2;

/** More quotes or numbers inside one another than anybody means: reading them would take longer with each. */
const nestsWithoutEnd = /(?:(?:>|\d{1,9}[.)])[ \t]*){12}/;

/** A message of more elements than this is no text: it would hold the page up to lay it out. */
const mostElements = 400;

function lex(text: string): Block[] | null {
  if (text.length > limits.messageCharacters || nestsWithoutEnd.test(text)) return null;
  try {
    const tokens = new Lexer(options).lex(text);
    return elementsOf(tokens) > mostElements ? null : tokens.map((token) => ({ raw: token.raw, token }));
  } catch {
    // A thousand nested lists exhaust the stack.
    return null;
  }
}

/** How many elements these are shown as, but for the words in them. */
function elementsOf(tokens: readonly Token[] = []): number {
  return tokens.reduce((count, token) => {
    const own = token.type === 'text' || token.type === 'space' ? 0 : 1;
    return count + own + elementsOf(insideOf(token));
  }, 0);
}

function insideOf(token: Token): readonly Token[] | undefined {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type !== 'table') return 'tokens' in token ? token.tokens : undefined;
  const { header, rows } = token as Tokens.Table;
  return [header, ...rows].flat().map(({ tokens }) => ({ type: 'cell', raw: '', tokens }));
}

const isBlank = ({ token }: Block) => token.type === 'space';
const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { raw }) => sum + raw.length, 0);

/** The blocks of a text; null for one that is longer than a message may be, too deep to read, or too many to show. */
export function blocksOf(text: string): Blocks {
  const blocks = lex(text);
  return { text, blocks, length: lengthOf(blocks ?? []) };
}

/**
 * The blocks of a text that grows, its last line shown as it will look when it is ended: when it continues `previous`,
 * finished blocks keep their identity and only the tail is parsed again, and only that has to be short enough. Link
 * definitions that come late reach the finished blocks at the next `blocksOf`.
 */
export function extendBlocks(previous: Blocks | null, text: string): Blocks {
  if (previous?.text === text) return previous;
  const frozen = previous ? finished(previous, text) : [];
  const begin = lengthOf(frozen);
  const rest = text.slice(begin);
  const shown = foreseen(rest);
  const tail = lex(shown);
  if (!tail) return { text, blocks: null, length: 0 };
  const last = tail.at(-1);
  // It stands for the source, of which it may show a little more or less.
  if (last && lengthOf(tail) === shown.length) last.raw = rest.slice(lengthOf(tail.slice(0, -1)));
  return { text, blocks: [...frozen, ...tail], length: begin + lengthOf(tail) };
}

/** The blocks that more text does not change, where it continues what they are of. */
function finished({ text, blocks, length }: Blocks, continued: string): readonly Block[] {
  if (!blocks || length !== text.length || !continued.startsWith(text)) return [];
  return blocks.slice(0, firstOpen(blocks));
}

/** The index of the first block that more text may still change. */
function firstOpen(blocks: readonly Block[]): number {
  let open = 0;
  let index = blocks.length;
  while (index > 0 && open < openBlocks) {
    index -= 1;
    const block = blocks[index];
    if (block && !isBlank(block)) open += 1;
  }
  return open < openBlocks ? 0 : index;
}
