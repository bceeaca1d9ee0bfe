import type { Desk } from './desk.js';
import type { Sessions } from './gateway/sessions.js';

/** The built-in console as a desk: its inbox follows the log by itself, so all that is left is to ring. */
export function consoleDesk(sessions: Pick<Sessions, 'toAgents'>): Desk {
  return {
    id: 'console',
    async open({ siteId, conversationId, handoffId }) {
      sessions.toAgents(siteId, { type: 'alert', conversationId, handoffId });
    },
  };
}
