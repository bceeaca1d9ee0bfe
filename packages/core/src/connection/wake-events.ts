/**
 * Calls back whenever a dead connection is likely to be found: the network came or went, the page became visible
 * or came back from the back-forward cache. Returns the way to stop. Does nothing where there is no page.
 */
export function onWake(wake: () => void, page: Pick<typeof globalThis, 'window' | 'document'> = globalThis) {
  const { window, document } = page;
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {};
  const ifVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const windowEvents = ['online', 'offline', 'pageshow'] as const;
  for (const event of windowEvents) window.addEventListener(event, wake);
  document.addEventListener('visibilitychange', ifVisible);
  return () => {
    for (const event of windowEvents) window.removeEventListener(event, wake);
    document.removeEventListener('visibilitychange', ifVisible);
  };
}

/** What the browser says; true where there is none. */
export const isOnline = (): boolean => typeof navigator === 'undefined' || navigator.onLine !== false;
