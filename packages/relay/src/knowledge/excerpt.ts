import type { Section } from './sections.js';
import type { ReadTerms } from './terms.js';

/** The longest answer, in characters, without its source line. */
export const excerptLimit = 600;

interface Piece {
  text: string;
  /** How it joins what stands before it: a blank line, a line break in a list, a space in a paragraph. */
  join: '\n\n' | '\n' | ' ';
}

/**
 * What a section says about the terms, in its own words: all of it when that is short enough, an article's opening
 * with what follows it; else the run of whole sentences and list items that holds most of the terms. It keeps to
 * `excerptLimit`, unless a single sentence is longer.
 */
export function excerptOf(section: Section, terms: readonly string[], readTerms: ReadTerms): string {
  const opening = [...section.blocks, ...section.continuation].flatMap(piecesOf);
  if (lengthOf(opening) <= excerptLimit) return textOf(opening);
  const pieces = section.blocks.flatMap(piecesOf);
  if (lengthOf(pieces) <= excerptLimit) return textOf(pieces);
  const isWanted = new Set(terms);
  const worth = pieces.map(({ text }) => new Set(readTerms(text).filter((term) => isWanted.has(term))).size);
  let best: { run: Piece[]; sum: number } = { run: pieces.slice(0, 1), sum: -1 };
  for (let from = 0; from < pieces.length; from++) {
    let to = from + 1;
    while (to < pieces.length && lengthOf(pieces.slice(from, to + 1)) <= excerptLimit) to++;
    const sum = worth.slice(from, to).reduce((total, each) => total + each, 0);
    if (sum > best.sum) best = { run: pieces.slice(from, to), sum };
  }
  return textOf(best.run);
}

function piecesOf(block: string): Piece[] {
  const isList = /^\s*(?:[-*+]|\d+\.)\s/.test(block);
  const texts = isList
    ? block.split(/\n(?=(?:[-*+]|\d+\.)\s)/)
    : (block.match(/\S.*?(?:[.!?:](?=\s|$)|$)/gs) ?? [block]);
  return texts.map((text, index) => ({ text, join: index === 0 ? '\n\n' : isList ? '\n' : ' ' }));
}

const textOf = (pieces: readonly Piece[]) =>
  pieces.map(({ text, join }, index) => (index === 0 ? text : join + text)).join('');

const lengthOf = (pieces: readonly Piece[]) => textOf(pieces).length;
