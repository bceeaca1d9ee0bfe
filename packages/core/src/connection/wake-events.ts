/**
 * Calls back whenever a dead connection is likely to be found: the network came or went, the page became visible,
 * was thawed, got the focus, or came back from the back-forward cache. That one takes no page that holds a socket, a
 * lock or a channel: `leave` is called when the page is left. Returns the way to stop. Does nothing where there is no
 * page.
 */
export function onWake(wake: () => void, leave: () => void): () => void {
  const { window, document } = globalThis;
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {};
  const ifVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const events = [
    [window, ['online', 'offline', 'pageshow', 'focus'], wake],
    [window, ['pagehide'], leave],
    [document, ['resume'], wake],
    [document, ['visibilitychange'], ifVisible],
  ] as const;
  const each = (method: 'addEventListener' | 'removeEventListener') => {
    for (const [target, types, listener] of events) for (const type of types) target[method](type, listener);
  };
  each('addEventListener');
  return () => each('removeEventListener');
}
