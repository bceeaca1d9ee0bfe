/** Races as the machine decides them: whatever came before, in whichever order the two sides arrive. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import type { IssuedCommand } from './command.js';
import type { EndReason } from './handoff.js';
import type { Agent } from './message.js';
import { ownerFollowsStatus } from './testing/laws.js';
import { anyActive, anyPending, inTurn, type Played } from './testing/pasts.js';
import { ada, ben, byAgent, bySystem, byVisitor, noon, saying } from './testing/people.js';

const cleo: Agent = { id: 'cleo', name: 'Cleo', avatarUrl: null };
const runs = { numRuns: 1_000 };
const limit = { timeout: 60_000 };

/** Both scripts, each in its own order, in every way in which they can meet. */
const meetings = (one: readonly IssuedCommand[], other: readonly IssuedCommand[]): IssuedCommand[][] => {
  const [first, ...rest] = one;
  const [second, ...left] = other;
  if (!first) return [[...other]];
  if (!second) return [[...one]];
  return [
    ...meetings(rest, other).map((order) => [first, ...order]),
    ...meetings(one, left).map((order) => [second, ...order]),
  ];
};

const has = ({ events }: Played, type: string, handoffId: string) =>
  events.some(
    (event) => event.type === type && 'handoffId' in event.body && event.body.handoffId === handoffId,
  );
const codeOf = ({ outcomes }: Played, index: number) => {
  const outcome = outcomes[index];
  return outcome && 'refusal' in outcome ? outcome.refusal.code : null;
};
const says = (agent: Agent, id: string) =>
  byAgent(agent, id, { type: 'send-message', parts: saying('Hello, here I am.') });

const timeouts = ['nobody-available', 'wait-expired', 'rejected-by-all'] as const satisfies EndReason[];

test(
  'a timeout and a claim with its reply: replied and the timer dead, or timed out; never both on one handoff',
  limit,
  () => {
    fc.assert(
      fc.property(anyPending, fc.constantFrom(...timeouts), (past, endReason) => {
        const { handoff, ownership } = past.record.state;
        const handoffId = handoff?.id ?? '';
        const timer = bySystem('timer', { type: 'end-handoff', handoffId, ownership, endReason });
        const claim = byAgent(ben, 'c', { type: 'claim', handoffId });
        for (const order of meetings([timer], [claim, says(ben, 'r')])) {
          const played = inTurn(past, order);
          ownerFollowsStatus(played.record);
          const isTimedOut = has(played, 'handoff-resolved', handoffId);
          const isReplied = has(played, 'handoff-claimed', handoffId);
          assert.notEqual(isTimedOut, isReplied, 'one of the two, never both');
          assert.equal(isTimedOut, order[0] === timer, 'the first of them wins');
          if (isReplied)
            assert.equal(codeOf(played, order.indexOf(timer)), 'stale-ownership', 'the timer is dead');
          // Whoever claims what has timed out takes up a new handoff that names it, and says so.
          else
            assert.equal(
              played.record.desk.follows,
              handoffId,
              'a late claim follows the one that timed out',
            );
        }
      }),
      runs,
    );
  },
);

test(
  'a timeout and the reply of an agent who has not claimed: it is refused, and nothing of it is in the log',
  limit,
  () => {
    fc.assert(
      fc.property(anyPending, fc.constantFrom(...timeouts), (past, endReason) => {
        const { handoff, ownership } = past.record.state;
        const timer = bySystem('timer', {
          type: 'end-handoff',
          handoffId: handoff?.id ?? '',
          ownership,
          endReason,
        });
        for (const order of meetings([timer], [says(ben, 'r')])) {
          const played = inTurn(past, order);
          assert.equal(codeOf(played, order[0] === timer ? 1 : 0), 'not-claimed');
          assert(played.events.every(({ causedBy }) => causedBy !== 'r'));
        }
      }),
      runs,
    );
  },
);

test(
  'transfers and replies, in any order: one owner, each reply its author’s, and who has lost it is told who has it',
  limit,
  () => {
    const gives = (from: Agent, to: Agent) => ({ by: from, to });
    const replies = (by: Agent) => ({ by, to: null });
    const acts = [
      gives(ada, ben),
      gives(ada, cleo),
      gives(ben, cleo),
      replies(ada),
      replies(ben),
      replies(cleo),
    ];
    fc.assert(
      fc.property(anyActive, fc.shuffledSubarray(acts, { minLength: 2 }), (past, order) => {
        const issued = order.map(({ by, to }, index) =>
          to ? byAgent(by, `a${index}`, { type: 'transfer', agent: to }) : says(by, `a${index}`),
        );
        const played = inTurn(past, issued);
        let owner: Agent = ada;
        for (const [index, { by, to }] of order.entries()) {
          const outcome = played.outcomes[index];
          assert(outcome);
          if (by.id !== owner.id) {
            assert('refusal' in outcome, 'only the owner acts');
            assert.deepEqual(
              [outcome.refusal.code, outcome.refusal.owner],
              ['taken', owner],
              'told who has it',
            );
            continue;
          }
          assert('events' in outcome, 'the owner may');
          const [event] = outcome.events;
          if (to)
            assert.deepEqual(event?.body, { handoffId: past.record.state.handoff?.id, from: by, agent: to });
          else
            assert(event?.type === 'message-added' && event.body.message.author.id === by.id, 'its author’s');
          owner = to ?? owner;
          assert.deepEqual(outcome.record.state.owner, { kind: 'agent', agent: owner }, 'one owner');
          ownerFollowsStatus(outcome.record);
        }
      }),
      runs,
    );
  },
);

const words = fc.constantFrom('One more thing.', 'talk to a human', 'Danke! 🙏');

test(
  'a desk closes while the visitor writes: whoever has the word then takes it, or the visitor is told first',
  limit,
  () => {
    fc.assert(
      fc.property(
        fc.oneof(anyPending, anyActive),
        words,
        fc.constantFrom('desk-failed' as const, 'inactive' as const, null),
        (past, text, failure) => {
          const { handoff, ownership, owner } = past.record.state;
          const handoffId = handoff?.id ?? '';
          const isByAgent = failure === null && owner.kind === 'agent';
          const close = isByAgent
            ? byAgent(owner.agent, 'close', { type: 'resolve' })
            : bySystem('close', {
                type: 'end-handoff',
                handoffId,
                ownership,
                endReason: failure ?? 'turned-off',
              });
          const message = byVisitor('m', { type: 'send-message', parts: saying(text) }, noon);
          for (const order of meetings([close], [message])) {
            const played = inTurn(past, order);
            ownerFollowsStatus(played.record);
            assert(
              played.outcomes.every((outcome) => 'events' in outcome),
              'both are accepted',
            );
            const over = played.events.find(({ type }) => type === 'handoff-resolved');
            const said = played.events.find(({ type }) => type === 'message-added');
            assert(over && said);
            const { seq } = said;
            const turns = played.outbox.filter((row) => row.kind === 'bot-turn');
            if (order[0] === message) {
              assert(said.seq < over.seq);
              // The bot is told of the end, and with it of what was said to nobody.
              const isTold = turns.some((row) => row.body.turn === 'handoff-ended' && row.seq === over.seq);
              assert(
                owner.kind === 'agent' || isTold,
                'delivered to the desk, or the visitor is told it is over',
              );
            } else {
              assert(over.seq < said.seq, 'the visitor is told it is over before the message stands');
              const isAnswered = turns.some(
                (row) =>
                  row.body.turn === 'message' &&
                  row.seq === seq &&
                  row.body.ownership === played.record.state.ownership,
              );
              const isAlerted = played.outbox.some((row) => row.kind === 'desk-open' && row.seq > seq);
              const isAskedFirst = played.record.state.handoff?.status === 'collecting';
              assert(isAnswered || isAlerted || isAskedFirst, 'the bot answers it, or a human is asked for');
            }
          }
        },
      ),
      runs,
    );
  },
);
