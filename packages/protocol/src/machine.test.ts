import { expect, test } from 'vitest';
import type { IssuedCommand, Refusal } from './command.js';
import type { LogEvent } from './event.js';
import { decide } from './machine.js';
import type { ConversationRecord } from './plan.js';
import {
  ada,
  ben,
  byAgent,
  byBot,
  byVisitor,
  contact,
  noon,
  saying,
  soon,
  visitor,
  wish,
} from './testing/people.js';
import {
  active,
  activeWithBen,
  after,
  commitOf,
  decided,
  formFirst,
  over,
  pending,
  settings,
  stages,
  started,
} from './testing/stages.js';

const asks = (id: string) => byVisitor(id, { type: 'request-handoff', reason: 'button' });
const says = (id: string, text: string) => byVisitor(id, { type: 'send-message', parts: saying(text) });
const leaves = (keepWaiting: boolean) => byVisitor('now', { type: 'leave-contact', contact, keepWaiting });

const refusalOf = (record: ConversationRecord, issued: IssuedCommand): Refusal | null => {
  const decision = decide(record.state, record.desk, issued, settings);
  return 'refusal' in decision ? decision.refusal : null;
};

test('a handoff has the id of the command that opened it, and an accepted offer keeps its own', () => {
  expect(after(started, asks('x')).state.handoff?.id).toBe('x');
  expect(after(stages.offered, asks('x')).state.handoff?.id).toBe('h-1');
  expect(after(stages.offered, byVisitor('x', { type: 'accept-offer' })).state.handoff?.id).toBe('h-1');
  expect(after(stages.offered, says('x', 'talk to a human')).state.handoff?.id).toBe('h-1');
});

test('whoever asks, the form comes first where the site wants that and has no contact yet', () => {
  const byBotNow = byBot('x', { handoff: wish('handoff') });
  for (const asked of [asks('x'), says('x', 'talk to a human'), byBotNow])
    expect(decided(started, asked, formFirst)).toContain('requested(collecting)');
  expect(decided(stages.offered, byVisitor('x', { type: 'accept-offer' }), formFirst)).toBe(
    'requested(collecting)',
  );
  const known = after(stages.pending, leaves(true), byVisitor('end', { type: 'end-handoff' }));
  expect(decided(known, asks('x'), formFirst)).toContain('requested(pending)');
});

test('no agent waits for a form', () => {
  const takesOver = byAgent(ada, 'x', { type: 'claim', handoffId: null });
  expect(decided(started, takesOver, formFirst)).toContain('requested(pending)');
  expect(commitOf(stages.collecting, takesOver, formFirst).record.state).toMatchObject({
    owner: { kind: 'agent', agent: ada },
    handoff: { id: 'h-1', status: 'active', claimedAt: noon },
  });
});

test('a filled form alerts the agents, unless the visitor will not wait', () => {
  expect(after(stages.collecting, leaves(true)).state).toMatchObject({
    owner: { kind: 'nobody' },
    contact,
    handoff: { status: 'pending', hasContact: true },
  });
  expect(after(stages.collecting, leaves(false)).state).toMatchObject({
    owner: { kind: 'bot' },
    contact,
    handoff: { status: 'resolved', endReason: 'left-contact' },
  });
});

test('a claim that comes second is refused with the name of the agent who was first', () => {
  const refusal = refusalOf(activeWithBen, byAgent(ada, 'x', { type: 'claim', handoffId: 'h-1' }));
  expect(refusal).toEqual({ code: 'taken', message: 'Ben has taken it.', owner: ben });
  expect(refusalOf(active, byAgent(ada, 'x', { type: 'claim', handoffId: 'h-1' }))).toEqual({
    code: 'taken',
    message: 'You have it already.',
    owner: ada,
  });
});

test('an agent who speaks in the conversation of another is refused with the name of that agent', () => {
  const refusal = refusalOf(activeWithBen, byAgent(ada, 'x', { type: 'send-message', parts: saying('Hi') }));
  expect(refusal).toEqual({ code: 'taken', message: 'Ben has this conversation.', owner: ben });
});

test('a resolve can be undone to the very end of the window', () => {
  const undo = (at: number) => byAgent(ada, 'x', { type: 'resume' }, at);
  const resolved = over['resolved-by-agent'];
  expect(decided(resolved, undo(noon + settings.undoWindowMs))).toBe('resumed');
  expect(decided(resolved, undo(noon + settings.undoWindowMs + 1))).toBe('no: undo-expired');
  expect(decided(after(resolved, asks('x')), undo(soon))).toBe('no: no-handoff');
});

test('a late claim opens a new handoff that names the one it follows', () => {
  const late = after(over['wait-expired'], byAgent(ada, 'h-2', { type: 'claim', handoffId: 'h-1' }));
  expect(late.state.handoff).toMatchObject({ id: 'h-2', status: 'active' });
  expect(late.desk).toMatchObject({ handoffId: 'h-2', reason: 'follow-up', follows: 'h-1' });
});

test('an agent who passes on it is remembered once, until the next handoff', () => {
  const reject = (id: string) => byAgent(ada, id, { type: 'reject' });
  const passed = after(pending, reject('x'), reject('y'));
  expect(passed.desk.rejectedBy).toEqual(['ada']);
  expect(passed.state).toEqual(pending.state);
  expect(after(passed, byVisitor('end', { type: 'end-handoff' }), asks('z')).desk.rejectedBy).toEqual([]);
});

test('the brief holds what the visitor asked, first and last, and the words that asked for a human', () => {
  const texts = ['Where is it?', 'The parcel', 'Number 7', 'It was sent on Monday', 'talk to a human'];
  const record = after(started, ...texts.map((text, index) => says(`m-${index}`, text)));
  expect(record.desk.summary).toBe('Where is it? › Number 7 › It was sent on Monday › talk to a human');
  expect(after(started, asks('x')).desk.summary).toBe('The visitor has not said anything yet.');
});

test('a summary of the bot is kept, and cut rather than refused when it is too long', () => {
  const briefed = (summary: string) =>
    after(started, byBot('x', { handoff: wish('handoff', { summary }) })).desk;
  expect(briefed('Wants a refund for order 7.').summary).toBe('Wants a refund for order 7.');
  expect(briefed('long '.repeat(1000)).summary).toHaveLength(600);
  expect(briefed('  ').summary).toBe('The visitor has not said anything yet.');
});

test('who accepts an offer keeps its brief; a bot that then insists, and an agent who takes over, give their own', () => {
  const offered = after(started, byBot('h-1', { handoff: wish('offer', { summary: 'Asks for the boss.' }) }));
  expect(after(offered, byVisitor('x', { type: 'accept-offer' })).desk).toMatchObject({
    reason: 'low-confidence',
    summary: 'Asks for the boss.',
  });
  const insists = wish('handoff', { reason: 'frustration', summary: 'Is angry.' });
  expect(after(offered, byBot('x', { handoff: insists })).desk).toMatchObject({
    reason: 'frustration',
    summary: 'Is angry.',
  });
  expect(after(offered, byAgent(ada, 'x', { type: 'claim', handoffId: 'h-1' })).desk).toMatchObject({
    reason: 'agent-takeover',
    summary: 'Asks for the boss.',
  });
});

test('a message keeps the id of its command and the face of its author', () => {
  const { events } = commitOf(started, says('m-1', 'Hello'));
  expect(events[0]?.body).toEqual({ message: { id: 'm-1', author: visitor, parts: saying('Hello') } });
});

/** The body of the one event of this type that the command leads to. */
const bodyOf = (type: LogEvent['type'], ...of: Parameters<typeof commitOf>) =>
  commitOf(...of).events.find((event) => event.type === type)?.body;

test('a request says who made it', () => {
  const by = (record: ConversationRecord, issued: IssuedCommand) =>
    bodyOf('handoff-requested', record, issued);
  expect(by(started, asks('x'))).toMatchObject({ by: 'visitor' });
  expect(by(stages.offered, byVisitor('x', { type: 'accept-offer' }))).toMatchObject({ by: 'visitor' });
  expect(by(started, says('x', 'talk to a human'))).toMatchObject({ by: 'visitor' });
  expect(by(started, byBot('x', { handoff: wish('handoff') }))).toMatchObject({ by: 'bot' });
  for (const record of [started, stages.offered, stages.collecting, over['wait-expired']])
    expect(by(record, byAgent(ada, 'x', { type: 'claim', handoffId: null }))).toMatchObject({ by: 'agent' });
});

test('the brief of a bot says how sure it was and whether it had searched', () => {
  const brief = (issued: IssuedCommand) => bodyOf('handoff-briefed', started, issued);
  const sure = wish('offer', { confidence: 0.2, searchedKnowledge: true });
  expect(brief(byBot('x', { handoff: sure }))).toMatchObject({ confidence: 0.2, searchedKnowledge: true });
  expect(brief(asks('x'))).toMatchObject({ confidence: null, searchedKnowledge: false, follows: null });
});

test('an end names the agent who had the conversation, and nobody where nobody had it', () => {
  const ends = byVisitor('x', { type: 'end-handoff' });
  expect(bodyOf('handoff-resolved', active, ends)).toEqual({
    handoffId: 'h-1',
    endReason: 'ended-by-visitor',
    agent: ada,
  });
  expect(bodyOf('handoff-resolved', pending, ends)).toMatchObject({ agent: null });
  const released = after(active, byAgent(ada, 'y', { type: 'release' }));
  expect(bodyOf('handoff-resolved', released, ends)).toMatchObject({ agent: null });
});

test('an undo of what another agent resolved is refused with the name of that agent', () => {
  const resolvedByBen = after(activeWithBen, byAgent(ben, 'x', { type: 'resolve' }));
  expect(refusalOf(resolvedByBen, byAgent(ada, 'y', { type: 'resume' }))).toEqual({
    code: 'taken',
    message: 'Another agent resolved it.',
    owner: ben,
  });
});
