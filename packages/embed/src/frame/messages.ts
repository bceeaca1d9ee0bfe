import type { BatonEvents } from '../api/events.js';
import type { EmbedSettings } from '../embed-host.js';
import type { Look } from './look.js';

/** Where the visitor is, as the framing page tells it: the frame's own address says nothing. */
export interface FramedVisit {
  page: string;
  pageTitle: string;
  referrer: string;
  locale: string;
}

/** What crosses the border of the frame. Both ends check who sent it and from which origin before they read it. */
export type FrameMessage =
  /** The frame listens from now on. */
  | { baton: 'ready' }
  /** The framing page's options. */
  | { baton: 'begin'; settings: EmbedSettings; visit: FramedVisit; look: Look }
  /** A call of the framing page. */
  | { baton: 'call'; call: unknown[] }
  /** The frame asks who the visitor is; the page's function can't cross the border. */
  | { baton: 'ask-token'; id: number }
  /** What the function gave: null where nobody is signed in, nothing where it failed. */
  | { baton: 'token'; id: number; token?: string | null }
  /** Something happened in the chat. */
  | { baton: 'event'; name: keyof BatonEvents; value: BatonEvents[keyof BatonEvents] };

/** The message, or null for what is none of ours. */
export const frameMessageOf = (data: unknown): FrameMessage | null =>
  typeof data === 'object' && data !== null && 'baton' in data ? (data as FrameMessage) : null;
