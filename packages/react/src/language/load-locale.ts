import { matchLanguage } from '@batonchat/protocol';
import { en } from '../locales/en.js';
import type { Locale, LocaleTag } from './locale.js';

/** Each in a file of its own. The names are written out, so that any bundler can cut there. */
const files: Readonly<Record<LocaleTag, () => Locale | Promise<Locale>>> = {
  en: () => en,
  de: () => import('../locales/de.js').then(({ de }) => de),
  fr: () => import('../locales/fr.js').then(({ fr }) => fr),
  es: () => import('../locales/es.js').then(({ es }) => es),
  it: () => import('../locales/it.js').then(({ it }) => it),
  'pt-BR': () => import('../locales/pt-BR.js').then(({ ptBR }) => ptBR),
  nl: () => import('../locales/nl.js').then(({ nl }) => nl),
  pl: () => import('../locales/pl.js').then(({ pl }) => pl),
  cs: () => import('../locales/cs.js').then(({ cs }) => cs),
  sv: () => import('../locales/sv.js').then(({ sv }) => sv),
  da: () => import('../locales/da.js').then(({ da }) => da),
  fi: () => import('../locales/fi.js').then(({ fi }) => fi),
  tr: () => import('../locales/tr.js').then(({ tr }) => tr),
  ru: () => import('../locales/ru.js').then(({ ru }) => ru),
  uk: () => import('../locales/uk.js').then(({ uk }) => uk),
  ar: () => import('../locales/ar.js').then(({ ar }) => ar),
  he: () => import('../locales/he.js').then(({ he }) => he),
  ja: () => import('../locales/ja.js').then(({ ja }) => ja),
  ko: () => import('../locales/ko.js').then(({ ko }) => ko),
  'zh-Hans': () => import('../locales/zh-Hans.js').then(({ zhHans }) => zhHans),
};

/** Every language that there is, for a menu of them; `Intl.DisplayNames` has their names. */
export const localeTags = Object.keys(files) as LocaleTag[];

const complained = new Set<string>();

/** Says it in the console, once a page. */
function complain(about: string, error?: unknown): void {
  if (complained.has(about)) return;
  complained.add(about);
  console.warn(`Baton: ${about}`, ...(error === undefined ? [] : [error]));
}

/**
 * Our language for a BCP 47 tag: `de-AT` is German, `zh-CN` simplified Chinese, `pt` the Portuguese of Brazil. Null for
 * one that we do not speak, traditional Chinese among them, and for what is no tag.
 */
export const matchLocale = (wanted: string): LocaleTag | null => matchLanguage(wanted, localeTags);

/**
 * The texts for a BCP 47 tag, or for the first of several that we speak. English where there are none, or where they
 * can't be loaded: the console then says so once, unless several tags were given. Never rejects.
 *
 * @example
 * const { agentLabels } = await loadLocale('de-AT');
 */
export const loadLocale = (wanted: string | readonly string[]): Promise<Locale> => loadFrom(files, wanted);

/** As {@link loadLocale}, from other files. */
export async function loadFrom(from: typeof files, wanted: string | readonly string[]): Promise<Locale> {
  const tags = typeof wanted === 'string' ? [wanted] : wanted;
  const tag = tags.map(matchLocale).find((each) => each !== null);
  if (!tag) {
    if (typeof wanted === 'string')
      complain(
        `there are no texts in "${wanted}", so they are English. There are: ${localeTags.join(', ')}.`,
      );
    return en;
  }
  try {
    return await from[tag]();
  } catch (error) {
    complain(`the texts in "${tag}" could not be loaded, so they are English.`, error);
    return en;
  }
}
