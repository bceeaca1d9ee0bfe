import type { Labels } from '@batonchat/react';
import { type Embedded, openPanel } from '../embedded.js';
import { complain, secondTag, unknownCall, wrongCall } from './complaints.js';
import { context } from './context.js';
import { identify } from './identity.js';
import { checkSettings } from './settings.js';

export { getTokenOf } from './identity.js';

/** What few pages ask for, by the name of the call. */
const calls: Record<string, (embedded: Embedded, ...given: unknown[]) => void> = {
  handoff(embedded) {
    openPanel(embedded);
    embedded.client.requestHandoff('host-page');
  },
  identify,
  logout: ({ client }) => client.signOut(),
  message,
  context,
  locale,
  // A second script tag's: the first one's chat stays.
  once({ host }) {
    complain(secondTag(host.settings['global'] ?? 'Baton'));
  },
  // The app's own, once.
  settings(embedded) {
    checkSettings(embedded.host.settings);
  },
};

/** Does what the page asks for. A call that there is not, or that is given something wrong, is told and left. */
export function answer(embedded: Embedded, [name, ...given]: Iterable<unknown>): void {
  const call = calls[String(name)];
  if (call) call(embedded, ...given);
  else complain(unknownCall(name));
}

function message(embedded: Embedded, text: unknown, options: unknown): void {
  if (typeof text !== 'string' || text.trim() === '') {
    complain(wrongCall('message', 'a text that is not empty'));
    return;
  }
  const isToSend = (options as { send?: unknown } | undefined)?.send === true;
  const outcome = isToSend ? embedded.client.sendMessage(text) : null;
  // What the outbox does not take stands in the composer, which says why.
  if (!outcome || 'refusal' in outcome) embedded.shown.set({ draft: { text } });
  openPanel(embedded);
}

function locale({ shown }: Embedded, tag: unknown, labels: unknown): void {
  if (typeof tag === 'string') shown.set({ locale: tag, labels: (labels ?? {}) as Partial<Labels> });
  else complain(wrongCall('locale', 'a language tag such as "de" or "pt-BR"'));
}
