import type { Labels } from '../labels.js';
import type { PluralCategories } from './plural-categories.js';

/** The languages that Baton speaks, as BCP 47 tags. */
export type LocaleTag = keyof PluralCategories;

/** A language: its texts, and how it is written. One of your own may stand wherever one of ours does. */
export interface Locale {
  /** BCP 47, such as `de` or `pt-BR`. */
  tag: string;
  dir: 'ltr' | 'rtl';
  visitorLabels: Labels;
  /** The same events as an agent reads them; English where a locale of your own leaves them out. */
  agentLabels?: Labels;
}
