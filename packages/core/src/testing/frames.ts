import {
  type Agent,
  type Author,
  defaultHandoffSettings,
  type IssuedCommand,
  isOfDesk,
  type SharedEvent,
} from '@batonchat/protocol';
import type { EventsFrame } from '../conversation/input.js';
import { MemoryConversation } from '../memory-relay/conversation.js';

const visitor: Author & { kind: 'visitor' } = {
  kind: 'visitor',
  id: 'v',
  name: null,
  avatarUrl: null,
};
export const ada: Author & { kind: 'agent' } = { kind: 'agent', id: 'ada', name: 'Ada', avatarUrl: null };
export const bot: Author & { kind: 'bot' } = { kind: 'bot', id: 'bot', name: 'Bot', avatarUrl: null };
export const adaAsAgent: Agent = { id: 'ada', name: 'Ada', avatarUrl: null };

/** A conversation with the visitor `v`, on the relay's side, into which a test says things. */
export function createScene(id = 'c', epoch = 'e') {
  const conversation = new MemoryConversation(id, 'v', epoch);
  let count = 0;
  const commit = (issued: Omit<IssuedCommand, 'id' | 'at'> & { id?: string }) => {
    count++;
    const full = { id: `cmd-${count}`, at: count, ...issued } as IssuedCommand;
    const committed = conversation.commit(full, defaultHandoffSettings);
    if ('refusal' in committed) throw new Error(committed.refusal.message);
    return conversation.eventsFrame(
      'shared',
      committed.events.filter((event) => !isOfDesk(event)),
    );
  };
  const said = (text: string) => ({
    type: 'send-message' as const,
    parts: [{ type: 'text' as const, text }],
  });
  commit({
    actor: { kind: 'system' },
    command: {
      type: 'start',
      visitorId: 'v',
      context: {
        sessionId: 's',
        startedAt: 0,
        ip: null,
        userAgent: null,
        channel: 'web',
        page: null,
        pageTitle: null,
        referrer: null,
        locale: null,
      },
    },
  });
  return {
    conversation,
    commit,
    visitorSays: (text: string, id?: string) =>
      commit({ ...(id ? { id } : {}), actor: visitor, command: said(text) }),
    botSays: (text: string, id?: string) =>
      commit({
        ...(id ? { id } : {}),
        actor: bot,
        command: {
          type: 'answer',
          ownership: conversation.record.state.ownership,
          parts: [{ type: 'text', text }],
          handoff: null,
        },
      }),
    adaSays: (text: string) => commit({ actor: ada, command: said(text) }),
    requestHandoff: () => commit({ actor: visitor, command: { type: 'request-handoff', reason: 'button' } }),
    claim: () =>
      commit({
        actor: ada,
        command: { type: 'claim', handoffId: conversation.record.state.handoff?.id ?? null },
      }),
    resolve: () => commit({ actor: ada, command: { type: 'resolve' } }),
    /** All of the shared log. */
    log: (): SharedEvent[] => {
      const frame = conversation.answer('shared', { epoch, seq: 0, id: '' }) as EventsFrame;
      return frame.events as SharedEvent[];
    },
    snapshot: () => {
      const frame = conversation.answer('shared', null);
      if (frame.type !== 'snapshot' || frame.log !== 'shared') throw new Error('That is no snapshot.');
      return frame;
    },
  };
}
