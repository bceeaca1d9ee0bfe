import type { Labels } from '@batonchat/react';
import type { BatonEvents } from './events.js';
import type { Identity } from './identity.js';

/** Facts of the page about the visitor, for agents to read: at most 20, names of 40 characters, values of 200. */
export type PageFacts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * `window.Baton`: what a page asks of the chat on it. It takes calls from before the script has loaded.
 *
 * @example
 * const stop = Baton('on', 'handoff', ({ status, agentName }) => track(status, agentName));
 * Baton('open');
 */
export interface Baton {
  /** Opens and closes the panel. */
  (call: 'open' | 'close' | 'toggle'): void;
  /** Takes the chat out of sight, launcher included, and brings it back. */
  (call: 'show' | 'hide'): void;
  /** Hears of an event; `text` asks for what messages say. Returns the undo. */
  <Name extends keyof BatonEvents>(
    call: 'on',
    name: Name,
    listener: (value: BatonEvents[Name]) => void,
    options?: { text?: boolean },
  ): () => void;
  /** Tells agents about the visitor; null takes a fact back. Facts of earlier calls stay. */
  (call: 'context', facts: PageFacts): void;
  /**
   * Says who the visitor is, by a token that the page's own server signed: the same person on every device. A function is
   * asked again when a token expires; null from it is a sign-out.
   */
  (call: 'identify', identity: Identity): void;
  /** Forgets the visitor on this device: whoever is here then is a new, anonymous one. */
  (call: 'logout'): void;
  /** Speaks another language, `auto` for the page's own: a BCP 47 tag, and texts of the page's own where they are to differ. */
  (call: 'locale', tag: string, labels?: Partial<Labels>): void;
  /** Asks for a human in the visitor's name, and opens the panel. */
  (call: 'handoff'): void;
  /** Opens the panel with this text in the composer, or sends it in the visitor's name. */
  (call: 'message', text: string, options?: { send?: boolean }): void;
  /** Shows a text beside the launcher, until it is dismissed or the chat is opened; once per visitor. */
  (call: 'bubble', text: string): void;
  /** Takes the chat and `Baton` itself away. */
  (call: 'destroy'): void;
}

/** The names of the calls, for whoever got one wrong. */
export const callNames = [
  ...['open', 'close', 'toggle', 'show', 'hide', 'on', 'context', 'locale', 'identify'],
  ...['logout', 'handoff', 'message', 'bubble', 'destroy'],
];
