import type { FramedVisit } from './frame/messages.js';

/** Attributes of the script tag or the element, without `data-`, in camel case; under them the relay's own. */
export type EmbedSettings = Readonly<Record<string, string | undefined>>;

/** A call as it crosses the queue: its name, then what was given with it. */
export type QueuedCall = Iterable<unknown>;

/** A call of `on`: its name, the event's, the listener, and what more it wants. */
export type EmbedListener = [name: unknown, listener: (value: never) => void, options?: unknown];

/** What the launcher hands to the part that it loads. */
export interface EmbedHost {
  root: ShadowRoot;
  /** The launcher's button, for the part to take away or to keep. */
  button: HTMLButtonElement;
  /** The relay's address, with a slash at its end. */
  relay: string;
  settings: EmbedSettings;
  /** The calls that nobody has taken yet, in their order; whoever works on them puts itself in the queue's place. */
  calls: QueuedCall[] | { push(call: QueuedCall): void };
  /** Where the visitor is, where the document of the chat does not know. */
  visit?: FramedVisit;
  /** What a bubble is to say, where its call was taken before the bubble was there. */
  bubble?: unknown;
  /** Makes a call as the page would. */
  run(call: QueuedCall): void;
}

/** A file that the launcher loads. It is asked to mount for each call that wants it: the first one counts. */
export interface PartModule {
  mount(host: EmbedHost): void;
}

/** Takes over the calls: those that wait, then each as it is made. */
export function takeCalls(host: EmbedHost, take: (call: QueuedCall) => void): void {
  const waiting = host.calls;
  host.calls = { push: take };
  if (Array.isArray(waiting)) waiting.forEach(take);
}
