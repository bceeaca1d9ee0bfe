/** What must hold of every commit and of every log. Each law throws where it is broken. */
import assert from 'node:assert/strict';
import type { LogEvent } from '../event.js';
import { isOfDesk } from '../log.js';
import type { Commit, ConversationRecord } from '../plan.js';
import type { HandoffSettings } from '../settings.js';
import { evolve } from '../state.js';

const ownerByStatus = {
  none: 'bot',
  offered: 'bot',
  collecting: 'bot',
  resolved: 'bot',
  pending: 'nobody',
  active: 'agent',
} as const;

export function ownerFollowsStatus({ state: { owner, handoff } }: ConversationRecord): void {
  assert.equal(owner.kind, ownerByStatus[handoff?.status ?? 'none'], 'the owner follows the status');
  if (owner.kind === 'agent') assert.deepEqual(owner.agent, handoff?.agent, 'the handoff names its owner');
}

/** Event by event: the counter grows by one where the owner becomes another, and stands still where not. */
export function ownershipCountsOwners(before: ConversationRecord, { events }: Commit): void {
  let { state } = before;
  const ownerOf = ({ owner }: typeof state) => (owner.kind === 'agent' ? owner.agent.id : owner.kind);
  for (const event of events) {
    if (isOfDesk(event)) continue;
    const next = evolve(state, event);
    const grown = ownerOf(next) === ownerOf(state) ? 0 : 1;
    assert.equal(next.ownership - state.ownership, grown, `ownership counts owners at ${event.type}`);
    state = next;
  }
}

/** A request is briefed, and one that waits alerts the desk, in the commit that makes it so. */
export function requestsReachAHuman(before: ConversationRecord, { events, outbox, record }: Commit): void {
  const { handoff } = record.state;
  const requested = events.find((event) => event.type === 'handoff-requested');
  if (requested) {
    const { handoffId } = requested.body;
    const isBriefed = events.some(
      ({ type, body }) => type === 'handoff-briefed' && body.handoffId === handoffId,
    );
    const wasBriefed = before.desk.handoffId === handoffId;
    assert(isBriefed || wasBriefed, 'a request is briefed');
    assert.equal(record.desk.handoffId, handoffId, 'the brief at hand is that of the request');
    assert.notEqual(record.desk.summary, '', 'a brief says something');
  }
  const beganToWait = handoff?.status === 'pending' && before.state.owner.kind !== 'nobody';
  const alert = { seq: record.heads.shared.seq, dueInMs: 0, kind: 'desk-open', target: 'desk' };
  assert.deepEqual(
    outbox.filter((row) => row.kind === 'desk-open'),
    beganToWait ? [{ ...alert, body: { handoffId: handoff.id } }] : [],
    'a handoff that begins to wait alerts the desk once',
  );
}

/** What a visitor says is answered by a turn of the bot exactly where the bot may answer. */
export function botIsCalledWhereItMayAnswer(
  { events, outbox, record: { state } }: Commit,
  settings: HandoffSettings,
): void {
  const turns = outbox.filter((row) => row.kind === 'bot-turn');
  const turnsOf = (turn: string) => turns.filter(({ body }) => body.turn === turn);
  for (const turn of turns) assert.equal(turn.body.ownership, state.ownership, 'a turn is fenced');

  const isSpokenTo = events.some(
    ({ type, body }) => type === 'message-added' && body.message.author.kind === 'visitor',
  );
  const isAnswered = events.some(({ type }) => type === 'handoff-requested');
  const { kind } = state.owner;
  const mayAnswer = kind === 'bot' || (kind === 'nobody' && settings.botWhilePending === 'answers');
  assert.equal(
    turnsOf('message').length,
    isSpokenTo && mayAnswer && !isAnswered ? 1 : 0,
    'a message has its turn',
  );

  const ended = events.find((event) => event.type === 'handoff-resolved');
  const pause = ended?.body.endReason === 'resolved-by-agent' ? settings.undoWindowMs : 0;
  assert.deepEqual(
    turnsOf('handoff-ended').map(({ dueInMs }) => dueInMs),
    ended ? [pause] : [],
    'the bot is told of an end, once it cannot be undone',
  );
}

/** Over a whole log: no word of the bot while an agent has it, nor while the visitor waits for one in silence. */
export function botKeepsSilence(log: readonly LogEvent[], { botWhilePending }: HandoffSettings): void {
  let silence: 'agent' | 'waiting' | null = null;
  for (const { type, body } of log) {
    if (type === 'handoff-claimed' || type === 'handoff-resumed') silence = 'agent';
    if (type === 'handoff-requeued') silence = 'waiting';
    if (type === 'handoff-requested' && body.status === 'pending') silence = 'waiting';
    if (type === 'handoff-resolved') silence = null;
    if (type !== 'message-added' || body.message.author.kind !== 'bot') continue;
    assert.notEqual(silence, 'agent', 'the bot is silent between claim and resolve');
    if (botWhilePending === 'silent')
      assert.equal(silence, null, 'the bot is silent while the visitor waits');
  }
}

/** Over a whole log: one handoff at a time, and none that is over opens again but by an undo. */
export function handoffsOpenOnce(log: readonly LogEvent[]): void {
  const over = new Set<string>();
  let open: string | null = null;
  for (const { type, body } of log) {
    if (type === 'handoff-offered' || type === 'handoff-requested') {
      assert(!over.has(body.handoffId), 'a handoff that is over stays over');
      assert(open === null || open === body.handoffId, 'one handoff at a time');
      open = body.handoffId;
    }
    if (type === 'handoff-resumed') open = body.handoffId;
    if (type === 'handoff-resolved' || type === 'handoff-declined') {
      assert.equal(body.handoffId, open, 'what ends is what is open');
      over.add(body.handoffId);
      open = null;
    }
  }
}

/** Each log numbered from 1 without a hole, and no event id twice in either. */
export function numbersHaveNoHoles(log: readonly LogEvent[], { heads }: ConversationRecord): void {
  for (const name of ['shared', 'desk'] as const) {
    const events = log.filter((event) => isOfDesk(event) === (name === 'desk'));
    events.forEach(({ seq }, index) => {
      assert.equal(seq, index + 1, `the ${name} log has no hole`);
    });
    assert.deepEqual(
      heads[name],
      { seq: events.length, id: events.at(-1)?.id ?? '' },
      'the head is the last',
    );
  }
  assert.equal(new Set(log.map(({ id }) => id)).size, log.length, 'an event id stands once');
}
