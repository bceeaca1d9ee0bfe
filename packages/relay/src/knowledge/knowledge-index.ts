import { setImmediate } from 'node:timers/promises';
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Article } from './article.js';
import { chooseSection } from './choose-section.js';
import { createCoverage, type Hit } from './coverage.js';
import type { Question } from './question.js';
import { plainText, type Section, sectionsOf } from './sections.js';
import type { ReadTerms } from './terms.js';

/** The section that answers best, and how sure that is. */
export interface Finding {
  section: Section;
  /** How much of the question the article speaks about: see {@link Coverage}. */
  confidence: number;
}

export interface KnowledgeIndex {
  /** The best section for a question, or null when no article knows any of its terms. */
  find(question: Question): Finding | null;
}

/** What a hit is worth by the field it is in. Chosen, like the numbers below, by the evaluation's tuning set. */
const boost = { title: 2, heading: 2, keywords: 2, questions: 3, text: 1 };

/** How far a misspelt word may be from a known one, as a share of its letters; short words are too alike. */
const fuzziness = 0.2;
const shortestFuzzy = 5;

/** A page that speaks of the question in several places beats one that mentions it once. */
const shareOfOtherSections = 0.5;

/**
 * Indexes the articles by section and ranks them by BM25: first the article is found, then the section in it. After
 * each article others may work.
 */
export async function createKnowledgeIndex(
  articles: readonly Article[],
  readTerms: ReadTerms,
): Promise<KnowledgeIndex> {
  const sections: Section[] = [];
  const coverage = createCoverage();
  const search = new MiniSearch<Record<keyof typeof boost, string[]> & { id: number }>({
    fields: Object.keys(boost),
    stringifyField: (terms: string[]) => terms.join(' '),
    tokenize: termsIn,
    processTerm: (term) => term,
    searchOptions: {
      boost,
      fuzzy: (term) => (term.length >= shortestFuzzy ? fuzziness : false),
      tokenize: termsIn,
    },
  });
  for (const article of articles) {
    const title = readTerms(article.title);
    const keywords = readTerms((article.keywords ?? []).join('. '));
    const questions = readTerms((article.questions ?? []).join('\n'));
    for (const section of sectionsOf(article)) {
      const heading = readTerms(section.heading);
      const text = readTerms(plainText(section.blocks.join('\n')));
      const id = sections.push(section) - 1;
      search.add({ id, title, heading, keywords, questions, text });
      coverage.add(section, [...title, ...heading, ...keywords, ...questions], text);
    }
    await setImmediate();
  }

  return {
    find(question) {
      const boostTerm = (term: string) => question.get(term) ?? 1;
      const results = search.search([...question.keys()].join(' '), { boostTerm });
      const groups = byArticle(results, sections);
      const [best] = groups.sort((one, other) => scoreOf(other.scores) - scoreOf(one.scores));
      const own = sections.filter(({ article }) => article === best?.hits[0]?.section.article);
      const section = chooseSection(question, own, readTerms);
      return best && section ? { section, confidence: coverage.of(question, best.hits) } : null;
    },
  };
}

const termsIn = (terms: string) => (terms === '' ? [] : terms.split(' '));

interface Group {
  hits: Hit[];
  /** The best first. */
  scores: number[];
}

function byArticle(results: readonly SearchResult[], sections: readonly Section[]): Group[] {
  const groups = new Map<Article, Group>();
  for (const { id, queryTerms, score } of results) {
    const section = sections[id];
    if (!section) continue;
    const group = groups.get(section.article) ?? { hits: [], scores: [] };
    group.hits.push({ section, met: new Set(queryTerms) });
    group.scores.push(score);
    groups.set(section.article, group);
  }
  return [...groups.values()];
}

function scoreOf([best = 0, ...others]: number[]): number {
  const sum = others.reduce((total, score) => total + score, 0);
  return best + (others.length && (shareOfOtherSections * sum) / others.length);
}
