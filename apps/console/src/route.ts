import { useSyncExternalStore } from 'react';
import { type QueueTab, queueTabs } from './queue/queue-of.js';

/** What is on screen, as the address keeps it: a reload and the back button lead to the same place. */
export interface Route {
  tab: QueueTab;
  conversationId: string | null;
}

/** Reads `#/active/<conversationId>`. Anything else is the pending tab with nothing open. */
export function parseRoute(hash: string): Route {
  const [, tabName, id] = hash.replace(/^#/, '').split('/');
  const tab = queueTabs.find((each) => each === tabName);
  return { tab: tab ?? 'pending', conversationId: (tab && decoded(id)) || null };
}

/** The hash that `parseRoute` reads back. */
export function hrefOf({ tab, conversationId }: Route): string {
  return conversationId === null ? `#/${tab}` : `#/${tab}/${encodeURIComponent(conversationId)}`;
}

function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

const onHashChange = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** The present route. Follow a link with `hrefOf` to change it, or call `replaceRoute`. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(onHashChange, () => location.hash));
}

/** Changes the route without an entry in the history: for what the back button should not undo. */
export function replaceRoute(route: Route): void {
  location.replace(hrefOf(route));
}
