import { useEffect, useState, useSyncExternalStore } from 'react';
import { visitorLabels } from '../english.js';
import type { Locale } from './locale.js';

const english: Locale = { tag: 'en', dir: 'ltr', visitorLabels };

/** The page's own language, then the visitor's, one after the other by commas. */
const pageTags = () => [document.documentElement.lang, ...navigator.languages].filter(Boolean).join();
const never = () => () => {};

/**
 * The language to speak, from a tag, `auto` for the page's own, or texts that are there already. Null until the first
 * one is loaded; after that, the one of before stays until the next is there. English is always there.
 */
export function useLocale(wanted: string | Locale): Locale | null {
  const given = typeof wanted === 'string' ? null : wanted;
  const isAuto = wanted === 'auto';
  const tags = useSyncExternalStore(
    never,
    () => (isAuto ? pageTags() : given ? '' : String(wanted)),
    () => 'en',
  );
  const isHere = given !== null || /^(en\b|$)/i.test(tags);
  const [loaded, setLoaded] = useState<Locale | null>(isHere ? english : null);
  useEffect(() => {
    if (isHere) return setLoaded(english);
    let isWanted = true;
    void load(isAuto ? tags.split(',') : tags).then((locale) => isWanted && setLoaded(locale));
    return () => {
      isWanted = false;
    };
  }, [isHere, isAuto, tags]);
  return given ?? (isHere ? english : loaded);
}

/** Even what knows the other languages is loaded for these alone. */
async function load(wanted: string | readonly string[]): Promise<Locale> {
  try {
    const { loadLocale } = await import('./load-locale.js');
    return await loadLocale(wanted);
  } catch (error) {
    console.warn('Baton: texts in other languages could not be loaded, so they are English.', error);
    return english;
  }
}
