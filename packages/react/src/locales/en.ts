import { agentLabels, visitorLabels } from '../english.js';
import type { Locale } from '../language/locale.js';

/** English: what is spoken wherever no other language is asked for or had. */
export const en: Locale = { tag: 'en', dir: 'ltr', visitorLabels, agentLabels };
