import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { test } from 'vitest';
import type { IssuedCommand } from './command.js';
import { deskEvent, type LogEvent, sharedEvent } from './event.js';
import { applyEvents, emptyConversation } from './fold.js';
import { isOfDesk } from './log.js';
import { type Commit, type ConversationRecord, newRecord, planCommit } from './plan.js';
import type { HandoffSettings } from './settings.js';
import { evolveDesk, initialDeskState } from './state.js';
import * as laws from './testing/laws.js';
import { anyMove, type Move } from './testing/moves.js';
import { noon } from './testing/people.js';
import { beginning, type Model, predict } from './testing/reference-model.js';

const anySettings: fc.Arbitrary<HandoffSettings> = fc.record({
  collect: fc.constantFrom('never', 'while-waiting', 'before'),
  botWhilePending: fc.constantFrom('silent', 'answers'),
  undoWindowMs: fc.constantFrom(0, 10_000),
});
const moves = fc.array(anyMove, { maxLength: 30, size: 'max' });

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
};

interface Step {
  before: ConversationRecord;
  issued: IssuedCommand;
  outcome: ReturnType<typeof planCommit>;
}
const isCommit = (outcome: Step['outcome']): outcome is Commit => 'record' in outcome;

/** Every move tried in turn, on frozen values: each step, the log and the record at the end. */
function play(tried: readonly Move[], settings: HandoffSettings) {
  let record = frozen(newRecord('c-1', 'main'));
  let at = noon;
  const steps: Step[] = [];
  const log: LogEvent[] = [];
  tried.forEach((move, index) => {
    at += move.waitMs;
    const issued = frozen(move.issue(record, `m${index}`, at));
    const outcome = frozen(planCommit(record, issued, settings));
    steps.push({ before: record, issued, outcome });
    if (!isCommit(outcome)) return;
    log.push(...outcome.events);
    record = outcome.record;
  });
  return { record, steps, log };
}

const standing = ({ state: { handoff, owner, ownership } }: ConversationRecord) => ({
  stage: handoff?.status ?? 'none',
  handoffId: handoff?.id ?? null,
  owner: owner.kind === 'agent' ? owner.agent.id : owner.kind,
  ownership,
});
const standingIn = ({ stage, handoffId, owner, ownership }: Model) => ({
  stage,
  handoffId,
  owner,
  ownership,
});

function agreesWithTheReference(steps: readonly Step[], settings: HandoffSettings): void {
  let model = beginning;
  for (const { issued, outcome } of steps) {
    const predicted = predict(model, issued, settings);
    const isRefused = typeof predicted === 'string';
    assert.deepEqual(
      isCommit(outcome) ? standing(outcome.record) : outcome.refusal.code,
      isRefused ? predicted : standingIn(predicted),
      `${issued.id}: decides on ${issued.command.type} as the reference model does`,
    );
    if (!isRefused) model = predicted;
  }
}

function isPure(steps: readonly Step[], settings: HandoffSettings): void {
  for (const { before, issued, outcome } of steps)
    assert.deepEqual(planCommit(before, issued, settings), outcome, 'the same input gives the same commit');
}

function undoesInTimeOnly({ before, issued, outcome }: Step, settings: HandoffSettings): void {
  if (!isCommit(outcome) || outcome.events[0]?.type !== 'handoff-resumed') return;
  const { resolvedAt } = before.state.handoff ?? {};
  assert(resolvedAt && issued.at - resolvedAt <= settings.undoWindowMs, 'an undo comes in time');
}

function foldsToTheRecord(log: readonly LogEvent[], record: ConversationRecord): void {
  const shared = log.filter((event) => !isOfDesk(event));
  const { state, position } = applyEvents(emptyConversation('c-1', 'e'), shared);
  assert.deepEqual(state, record.state, 'the shared log folds to the state');
  assert.deepEqual(position, { epoch: 'e', ...record.heads.shared }, 'the shared log ends at its head');
  assert.deepEqual(
    log.filter(isOfDesk).reduce(evolveDesk, initialDeskState),
    record.desk,
    'so does the desk log',
  );
}

function passesItsSchema(event: LogEvent): void {
  assert.deepEqual(
    v.parse(isOfDesk(event) ? deskEvent : sharedEvent, event),
    event,
    'an event passes its schema',
  );
}

test('agrees with the reference model and keeps its laws, whatever is tried in whatever order', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(moves, anySettings, (tried, settings) => {
      const { record, steps, log } = play(tried, settings);
      agreesWithTheReference(steps, settings);
      isPure(steps, settings);
      for (const step of steps) {
        undoesInTimeOnly(step, settings);
        if (!isCommit(step.outcome)) continue;
        laws.ownerFollowsStatus(step.outcome.record);
        laws.ownershipCountsOwners(step.before, step.outcome);
        laws.requestsReachAHuman(step.before, step.outcome);
        laws.botIsCalledWhereItMayAnswer(step.outcome, settings);
      }
      laws.botKeepsSilence(log, settings);
      laws.handoffsOpenOnce(log);
      laws.numbersHaveNoHoles(log, record);
      foldsToTheRecord(log, record);
      log.forEach(passesItsSchema);
    }),
    { numRuns: 10_000 },
  );
});
