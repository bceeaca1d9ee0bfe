import type { ChatClient } from '@batonchat/core';
import type { ShownStore } from './api/shown.js';
import type { EmbedHost } from './embed-host.js';

/** The chat at work, as the parts that are loaded later find it. */
export interface Embedded {
  host: EmbedHost;
  client: ChatClient;
  shown: ShownStore;
  /** Who the page said that the visitor is, before the chat was there. */
  identified: unknown;
  /** What the page has said about the visitor; told with each opening of the conversation. */
  facts: Record<string, string>;
  /** The element in the shadow root that all is rendered in. */
  place: HTMLElement;
}

/** The panel is open from now on, and the composer has the focus. */
export const openPanel = ({ shown }: Pick<Embedded, 'shown'>): void =>
  shown.set({ isOpen: true, asked: shown.get().asked + 1 });
