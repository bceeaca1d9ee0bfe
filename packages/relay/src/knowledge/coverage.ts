import type { Article } from './article.js';
import type { Question } from './question.js';
import { fieldsOf, type Section } from './sections.js';
import type { ReadTerms } from './terms.js';

/** A section the search came upon, and the terms it met there, be it only by a similar word. */
export interface Hit {
  section: Section;
  met: ReadonlySet<string>;
}

/**
 * How much of a question some hits speak about, from 0 to 1: the share of its terms that is met in them. A term
 * counts by its weight and its rarity, so that "bag" says little and a word that no article knows says most;
 * and by the best place it is met in.
 */
export type Coverage = (question: Question, hits: readonly Hit[]) => number;

/** What a term is worth where a section is named (all its fields but the text), in its text, or nearly met. */
const worth = { named: 1, said: 0.6, similar: 0.4 };

export function createCoverage(sections: readonly Section[], readTerms: ReadTerms): Coverage {
  const words = new Map<Section, { named: Set<string>; said: Set<string> }>();
  const articlesWith = new Map<string, Set<Article>>();
  for (const section of sections) {
    const { text, ...names } = fieldsOf(section);
    const named = new Set(readTerms(Object.values(names).join('\n')));
    const said = new Set(readTerms(text));
    words.set(section, { named, said });
    for (const term of [...named, ...said])
      articlesWith.set(term, (articlesWith.get(term) ?? new Set()).add(section.article));
  }
  const articleCount = new Set(sections.map(({ article }) => article)).size;
  const rarityOf = (term: string) =>
    1 + Math.log((articleCount + 1) / ((articlesWith.get(term)?.size ?? 0) + 1));

  const worthOf = (term: string, { section, met }: Hit) => {
    if (words.get(section)?.named.has(term)) return worth.named;
    if (words.get(section)?.said.has(term)) return worth.said;
    return met.has(term) ? worth.similar : 0;
  };

  return (question, hits) => {
    let asked = 0;
    let met = 0;
    for (const [term, weight] of question) {
      const size = weight * rarityOf(term);
      asked += size;
      met += size * Math.max(0, ...hits.map((hit) => worthOf(term, hit)));
    }
    return asked === 0 ? 0 : met / asked;
  };
}
