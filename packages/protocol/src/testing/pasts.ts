/** Conversations with any past, brought to the point at which a race begins. */
import fc from 'fast-check';
import type { IssuedCommand } from '../command.js';
import type { LogEvent } from '../event.js';
import { type Commit, type ConversationRecord, newRecord, planCommit } from '../plan.js';
import type { HandoffSettings } from '../settings.js';
import { anyMove } from './moves.js';
import { ada, byAgent, bySystem, byVisitor, contact, noon, visit } from './people.js';
import { commitOf } from './stages.js';

/** A conversation at the start of a race, and what its site has set. */
export interface Past {
  record: ConversationRecord;
  settings: HandoffSettings;
}

const anySettings: fc.Arbitrary<HandoffSettings> = fc.record({
  collect: fc.constantFrom('never', 'while-waiting', 'before'),
  botWhilePending: fc.constantFrom('silent', 'answers'),
  undoWindowMs: fc.constantFrom(0, 10_000),
});

const anyPast: fc.Arbitrary<Past> = fc
  .record({ moves: fc.array(anyMove, { maxLength: 12, size: 'max' }), settings: anySettings })
  .map(({ moves, settings }) => {
    const start = bySystem('start', { type: 'start', visitorId: 'v-1', context: visit });
    let { record } = commitOf(newRecord('c-1', 'main'), start, settings);
    moves.forEach((move, index) => {
      const outcome = planCommit(record, move.issue(record, `past-${index}`, noon), settings);
      if ('record' in outcome) record = outcome.record;
    });
    return { record, settings };
  });

/** A handoff waits for an agent. */
export const anyPending = anyPast.map(({ record, settings }): Past => {
  const { owner } = record.state;
  const next =
    owner.kind === 'agent'
      ? byAgent(owner.agent, 'release', { type: 'release' })
      : byVisitor('ask', { type: 'request-handoff', reason: 'button' });
  const outcome = planCommit(record, next, settings);
  const asked = 'record' in outcome ? outcome.record : record;
  const left = byVisitor('left', { type: 'leave-contact', contact, keepWaiting: true });
  return {
    record: asked.state.handoff?.status === 'collecting' ? commitOf(asked, left, settings).record : asked,
    settings,
  };
});

/** Ada owns a handoff. */
export const anyActive = anyPending.map(({ record, settings }): Past => {
  const claim = byAgent(ada, 'claim', { type: 'claim', handoffId: null });
  return { record: commitOf(record, claim, settings).record, settings };
});

/** What came of commands that were given one after the other. */
export interface Played {
  record: ConversationRecord;
  events: LogEvent[];
  outcomes: ReturnType<typeof planCommit>[];
  /** Work left behind, of all of them. */
  outbox: Commit['outbox'];
}

/** Gives the commands in this order, whatever becomes of each. */
export function inTurn({ record, settings }: Past, order: readonly IssuedCommand[]): Played {
  const played: Played = { record, events: [], outcomes: [], outbox: [] };
  for (const issued of order) {
    const outcome = planCommit(played.record, issued, settings);
    played.outcomes.push(outcome);
    if ('refusal' in outcome) continue;
    played.record = outcome.record;
    played.events.push(...outcome.events);
    played.outbox.push(...outcome.outbox);
  }
  return played;
}
