import { limits, type UpFrame } from '@batonchat/protocol';
import { mintId } from './mint-id.js';

/** Where a visitor is, as it is told when a conversation is opened. */
export type Visit = Omit<Extract<UpFrame, { type: 'open' }>, 'type' | 'held'>;

/** What a page can say of a visit itself, in place of what its document says. */
export type VisitByPage = Partial<Pick<Visit, 'page' | 'pageTitle' | 'referrer' | 'locale' | 'facts'>>;

/**
 * Begins a page session: its id and start stay, page and title are read anew each time; what `byPage` says comes
 * before that.
 */
export function beginVisit(now: number, byPage: () => VisitByPage = () => ({})): () => Visit {
  const sessionId = mintId();
  return () => ({ sessionId, startedAt: now, ...pageNow(), ...byPage() });
}

function pageNow(): Pick<Visit, 'page' | 'pageTitle' | 'referrer' | 'locale'> {
  if (typeof document === 'undefined' || typeof location === 'undefined')
    return { page: null, pageTitle: null, referrer: null, locale: null };
  return {
    // What stands after # never leaves a browser by itself and is where some sites keep secrets.
    page: cut(location.href.split('#', 1)[0], limits.urlCharacters),
    pageTitle: cut(document.title, 300),
    referrer: cut(document.referrer, limits.urlCharacters),
    locale: cut(document.documentElement.lang || navigator.language, 35),
  };
}

const cut = (text: string | undefined, maxCharacters: number): string | null =>
  text ? text.replaceAll('\0', '').slice(0, maxCharacters) : null;
