import { useEffect, useState, useSyncExternalStore } from 'react';
import { visitorLabels } from '../english.js';
import type { Locale } from './locale.js';

const english: Locale = { tag: 'en', dir: 'ltr', visitorLabels };

/** The page's own language, then the visitor's. */
const pageTags = () => [document.documentElement.lang, ...navigator.languages].filter(Boolean).join();
const never = () => () => {};

/**
 * The language to speak, from a tag, `auto` for the page's own, or texts that are there already. Null until the first
 * one is loaded; after that, the one of before stays until the next is there. English is always there.
 */
export function useLocale(wanted: string | Locale): Locale | null {
  const tag = useSyncExternalStore(
    never,
    () => (wanted === 'auto' ? pageTags() : wanted),
    () => 'en',
  );
  const here = typeof wanted !== 'string' ? wanted : /^(en\b|$)/i.test(`${tag}`) ? english : null;
  const [loaded, setLoaded] = useState(here);
  useEffect(() => {
    let isWanted = true;
    const show = (locale: Locale) => isWanted && setLoaded(locale);
    if (here) show(here);
    else
      import('./load-locale.js')
        .then(({ loadLocale }) => loadLocale(wanted === 'auto' ? `${tag}`.split(',') : `${tag}`))
        .then(show, (error: unknown) => {
          console.warn('Baton: only English could be loaded.', error);
          show(english);
        });
    return () => {
      isWanted = false;
    };
  }, [here, wanted, tag]);
  return here ?? loaded;
}
