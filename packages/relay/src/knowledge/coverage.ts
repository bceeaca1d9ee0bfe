import type { Article } from './article.js';
import type { Question } from './question.js';
import type { Section } from './sections.js';

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
export interface Coverage {
  /** Takes a section in, with the terms of its names (all its fields but the text) and of its text. */
  add(section: Section, named: readonly string[], said: readonly string[]): void;
  of(question: Question, hits: readonly Hit[]): number;
}

/** What a term is worth where a section is named (all its fields but the text), in its text, or nearly met. */
const worth = { named: 1, said: 0.6, similar: 0.4 };

/** No section is known yet. */
export function createCoverage(): Coverage {
  const words = new Map<Section, { named: Set<string>; said: Set<string> }>();
  const articlesWith = new Map<string, Set<Article>>();
  const articles = new Set<Article>();
  const rarityOf = (term: string) =>
    1 + Math.log((articles.size + 1) / ((articlesWith.get(term)?.size ?? 0) + 1));

  const worthOf = (term: string, { section, met }: Hit) => {
    if (words.get(section)?.named.has(term)) return worth.named;
    if (words.get(section)?.said.has(term)) return worth.said;
    return met.has(term) ? worth.similar : 0;
  };

  return {
    add(section, named, said) {
      words.set(section, { named: new Set(named), said: new Set(said) });
      articles.add(section.article);
      for (const term of [...named, ...said]) {
        const having = articlesWith.get(term);
        if (having) having.add(section.article);
        else articlesWith.set(term, new Set([section.article]));
      }
    },
    of(question, hits) {
      let asked = 0;
      let met = 0;
      for (const [term, weight] of question) {
        const size = weight * rarityOf(term);
        asked += size;
        met += size * Math.max(0, ...hits.map((hit) => worthOf(term, hit)));
      }
      return asked === 0 ? 0 : met / asked;
    },
  };
}
