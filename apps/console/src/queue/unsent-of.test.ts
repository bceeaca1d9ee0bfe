import type { DeskClientState, DeskConversation } from '@batonchat/core';
import { expect, it } from 'vitest';
import { inboxRow } from '../testing/inbox-row.js';
import { unsentOf } from './unsent-of.js';

type Item = DeskConversation['outbox'][number];
const holding = (...outbox: Item[]) => ({ outbox });
const reply: Item = {
  commandId: 'a',
  conversationId: 'a',
  command: { type: 'send-message', parts: [] },
  createdAt: 1,
  status: 'sending',
  refusal: null,
};
const claim: Item = { ...reply, status: 'failed', command: { type: 'claim', handoffId: null } };
const inbox: DeskClientState['inbox'] = { a: inboxRow({ conversationId: 'a' }) };

it('counts replies, not what else is asked of the relay', () => {
  expect(unsentOf({ inbox, conversations: { a: holding(claim), b: holding() } })).toEqual([]);
  expect(unsentOf({ inbox, conversations: { a: holding(reply, claim, reply) } })).toEqual([
    { conversationId: 'a', count: 2, isFailed: false, isGone: false },
  ]);
});

it('tells those that were refused, and those of a conversation that is gone', () => {
  const conversations = { a: holding(reply, { ...reply, status: 'failed' }), gone: holding(reply) };
  expect(unsentOf({ inbox, conversations })).toMatchObject([
    { isFailed: true, isGone: false },
    { isFailed: false, isGone: true },
  ]);
  expect(unsentOf({ inbox: null, conversations })[1]).toMatchObject({ isGone: false });
});
