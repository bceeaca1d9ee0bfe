import { visitorLabels } from '../english.js';
import { agentLabels } from '../english-for-agents.js';
import type { Locale } from '../language/locale.js';

/** English: what is spoken wherever no other language is asked for or had. */
export const en: Locale = { tag: 'en', dir: 'ltr', visitorLabels, agentLabels };
