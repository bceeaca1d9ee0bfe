import type { Question } from './question.js';
import type { Section } from './sections.js';
import { plainText } from './sections.js';
import type { ReadTerms } from './terms.js';

/** A heading says what a section is about; its text says much in passing. */
const worth = { heading: 2, text: 1 };

/** A word of the title is what the whole article is about: it hardly tells one section from another. */
const shareOfTitleTerms = 0.3;

/** Where nothing else tells them apart, an article's opening answers best. */
const openingAdvantage = 0.4;

/** The section of an article that speaks most of what is asked; a word counts more the fewer sections have it. */
export function chooseSection(
  question: Question,
  sections: readonly Section[],
  readTerms: ReadTerms,
): Section | undefined {
  const known = sections.map((section) => ({
    section,
    heading: new Set(readTerms(section.heading)),
    text: new Set(readTerms(plainText(section.blocks.join('\n')))),
  }));
  const title = new Set(sections.flatMap(({ article }) => readTerms(article.title)));
  const rarityOf = (term: string) => {
    const count = known.filter(({ heading, text }) => heading.has(term) || text.has(term)).length;
    return Math.log((known.length + 1) / (count + 0.5)) * (title.has(term) ? shareOfTitleTerms : 1);
  };
  const scored = known.map(({ section, heading, text }, index) => {
    let score = index === 0 ? openingAdvantage : 0;
    for (const [term, weight] of question) {
      const place = heading.has(term) ? worth.heading : text.has(term) ? worth.text : 0;
      if (place > 0) score += weight * place * rarityOf(term);
    }
    return { section, score };
  });
  return scored.sort((one, other) => other.score - one.score)[0]?.section;
}
