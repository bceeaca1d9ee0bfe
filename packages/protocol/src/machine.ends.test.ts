import { expect, test } from 'vitest';
import type { EndReason } from './handoff.js';
import { ada, byAgent, byBot, byVisitor, contact, saying, soon } from './testing/people.js';
import { decided, over } from './testing/stages.js';

const followUp = 'requested(pending) + briefed(follow-up) + claimed';
const takeover = 'requested(pending) + briefed(agent-takeover) + claimed';
const noForm = 'no: no-form';
const isOver = 'no: handoff-over';
const nothingToUndo = 'no: no-handoff';

/**
 * What is still possible after each end: whether a late click on the handoff takes it up, what taking over does
 * without one, whether a contact may be left, whether the end can be undone.
 */
const table: Record<EndReason, { late: string; takenOver: string; contact: string; undone: string }> = {
  'resolved-by-agent': { late: isOver, takenOver: takeover, contact: noForm, undone: 'resumed' },
  'ended-by-visitor': { late: isOver, takenOver: takeover, contact: noForm, undone: nothingToUndo },
  'visitor-left': { late: followUp, takenOver: followUp, contact: 'contact', undone: nothingToUndo },
  cancelled: { late: isOver, takenOver: takeover, contact: noForm, undone: nothingToUndo },
  inactive: { late: isOver, takenOver: takeover, contact: noForm, undone: nothingToUndo },
  'nobody-available': { late: followUp, takenOver: followUp, contact: 'contact', undone: nothingToUndo },
  'wait-expired': { late: followUp, takenOver: followUp, contact: 'contact', undone: nothingToUndo },
  'left-contact': { late: followUp, takenOver: followUp, contact: noForm, undone: nothingToUndo },
  'rejected-by-all': { late: followUp, takenOver: followUp, contact: 'contact', undone: nothingToUndo },
  'desk-failed': { late: followUp, takenOver: followUp, contact: 'contact', undone: nothingToUndo },
  'turned-off': { late: isOver, takenOver: takeover, contact: noForm, undone: nothingToUndo },
};

for (const [endReason, expected] of Object.entries(table) as [EndReason, (typeof table)[EndReason]][]) {
  const record = over[endReason];

  test(`a handoff that ended as ${endReason} is with the bot, and can be followed so`, () => {
    expect(record.state).toMatchObject({
      owner: { kind: 'bot' },
      handoff: { status: 'resolved', endReason },
    });
    expect({
      late: decided(record, byAgent(ada, 'now', { type: 'claim', handoffId: 'h-1' }, soon)),
      takenOver: decided(record, byAgent(ada, 'now', { type: 'claim', handoffId: null }, soon)),
      contact: decided(
        record,
        byVisitor('now', { type: 'leave-contact', contact, keepWaiting: false }, soon),
      ),
      undone: decided(record, byAgent(ada, 'now', { type: 'resume' }, soon)),
    }).toEqual(expected);
  });

  test(`after ${endReason} the bot answers and another handoff may be asked for`, () => {
    const { ownership } = record.state;
    expect(decided(record, byBot('now', { ownership, parts: saying('Hello again.') }, soon))).toBe('message');
    expect(decided(record, byVisitor('now', { type: 'request-handoff', reason: 'button' }, soon))).toBe(
      'requested(pending) + briefed(button)',
    );
  });
}
