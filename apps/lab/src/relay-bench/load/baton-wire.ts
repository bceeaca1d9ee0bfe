import { randomUUID } from 'node:crypto';
import { agents } from '../people.js';
import { openAgent, openVisitor, type Person } from './baton-person.js';
import type { End, Wire } from './wire.js';

/** Visitors with a token and a conversation, agents who have signed in and claimed; the inbox is on in one console each. */
export const batonWire: Wire = {
  async openPair(url, index, earsOf) {
    const visitor = await openVisitor(url, earsOf('visitor'));
    const { conversationId } = visitor;
    visitor.say({
      type: 'command',
      conversationId,
      commandId: randomUUID(),
      command: { type: 'request-handoff', reason: 'button' },
    });
    const agent = await openAgent(url, index, earsOf('agent'));
    if (index < agents.length) agent.say({ type: 'inbox' });
    agent.say({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    await agent.next('snapshot');
    await visitor.event('handoff-requested');
    agent.say({
      type: 'command',
      conversationId,
      commandId: randomUUID(),
      command: { type: 'claim', handoffId: null },
    });
    await Promise.all([visitor.event('handoff-claimed'), agent.event('handoff-claimed')]);
    const end = (person: Person): End => ({
      send: (commandId, text) =>
        person.say({
          type: 'command',
          conversationId,
          commandId,
          command: { type: 'send-message', parts: [{ type: 'text', text }] },
        }),
      close: person.close,
    });
    visitor.listen();
    agent.listen();
    return { visitor: end(visitor), agent: end(agent) };
  },
  async openIdle(url) {
    const visitor = await openVisitor(url, { acked: () => {}, delivered: () => {} });
    visitor.listen();
    return visitor;
  },
};
