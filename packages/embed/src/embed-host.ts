/** A call of the page: `Baton('open')`, `Baton('on', 'handoff', listener)`. */
export type BatonCall = [name: string, ...rest: unknown[]];

/** `window.Baton`. `on` returns its undo; every other call returns nothing. */
export type BatonFunction = (...call: BatonCall) => (() => void) | undefined;

/** What the loader hands to the app. */
export interface EmbedHost {
  root: ShadowRoot;
  /** The relay's address, without a slash at its end. */
  relay: string;
  /** The `data-` attributes of the script tag. */
  data: DOMStringMap;
  /** The visitor has asked for the panel already. */
  isOpen: boolean;
  /** Whom to tell of what: `Baton('on', ...)` adds one, its undo takes it away. */
  listeners: Set<EmbedListener>;
}

/** What a page listens to, and its function. */
export type EmbedListener = [name: string, listener: (value: unknown) => void];
