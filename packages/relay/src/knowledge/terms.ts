import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.js';

/** Turns text into the terms that are compared: folded, without stop words, stemmed, one per meaning. */
export type ReadTerms = (text: string) => string[];

const fold = (text: string) =>
  text
    .replace(/['’‘`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** The words of a text in lower case, without accents and apostrophes. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * @param meanings Groups of words or short phrases that mean the same; the first of a group stands for all.
 */
export function createReadTerms(meanings: readonly (readonly string[])[]): ReadTerms {
  const phrases: [RegExp, string][] = [];
  const meaningOf = new Map<string, string>();
  for (const [first = '', ...others] of meanings) {
    const meaning = stemmer(wordsOf(first).join(''));
    for (const each of [first, ...others]) {
      const words = wordsOf(each);
      if (words.length > 1) phrases.push([new RegExp(`\\b${words.join('\\W+')}\\b`, 'g'), ` ${meaning} `]);
      else meaningOf.set(stemmer(words[0] ?? ''), meaning);
    }
  }
  return (text) => {
    const said = phrases.reduce((rest, [phrase, meaning]) => rest.replace(phrase, meaning), fold(text));
    return wordsOf(said)
      .filter((word) => !stopWords.has(word))
      .map((word) => stemmer(word))
      .map((stem) => meaningOf.get(stem) ?? stem);
  };
}
