import { expect, test } from 'vitest';
import type { VisitorCommand } from './command.js';
import { byVisitor, contact, saying, soon } from './testing/people.js';
import { decided, type Stage, stages } from './testing/stages.js';

/** What a visitor may do in every stage of a handoff, cell by cell. */
const table: Record<string, { command: VisitorCommand } & Record<Stage, string>> = {
  'says something': {
    command: { type: 'send-message', parts: saying('Where is my order?') },
    none: 'message',
    offered: 'message',
    collecting: 'message',
    pending: 'message',
    active: 'message',
    resolved: 'message',
    cancelled: 'message',
    expired: 'message',
  },
  'says that a human is wanted': {
    command: { type: 'send-message', parts: saying('talk to a human') },
    none: 'message + requested(pending) + briefed(keyword)',
    offered: 'message + requested(pending)',
    collecting: 'message',
    pending: 'message',
    active: 'message',
    resolved: 'message + requested(pending) + briefed(keyword)',
    cancelled: 'message + requested(pending) + briefed(keyword)',
    expired: 'message + requested(pending) + briefed(keyword)',
  },
  'presses the button': {
    command: { type: 'request-handoff', reason: 'button' },
    none: 'requested(pending) + briefed(button)',
    offered: 'requested(pending)',
    collecting: 'no: already-requested',
    pending: 'no: already-requested',
    active: 'no: already-requested',
    resolved: 'requested(pending) + briefed(button)',
    cancelled: 'requested(pending) + briefed(button)',
    expired: 'requested(pending) + briefed(button)',
  },
  'is sent by the host page': {
    command: { type: 'request-handoff', reason: 'host-page' },
    none: 'requested(pending) + briefed(host-page)',
    offered: 'requested(pending)',
    collecting: 'no: already-requested',
    pending: 'no: already-requested',
    active: 'no: already-requested',
    resolved: 'requested(pending) + briefed(host-page)',
    cancelled: 'requested(pending) + briefed(host-page)',
    expired: 'requested(pending) + briefed(host-page)',
  },
  'accepts an offer': {
    command: { type: 'accept-offer' },
    none: 'no: nothing-offered',
    offered: 'requested(pending)',
    collecting: 'no: nothing-offered',
    pending: 'no: nothing-offered',
    active: 'no: nothing-offered',
    resolved: 'no: nothing-offered',
    cancelled: 'no: nothing-offered',
    expired: 'no: nothing-offered',
  },
  'declines an offer': {
    command: { type: 'decline-offer' },
    none: 'no: nothing-offered',
    offered: 'declined',
    collecting: 'no: nothing-offered',
    pending: 'no: nothing-offered',
    active: 'no: nothing-offered',
    resolved: 'no: nothing-offered',
    cancelled: 'no: nothing-offered',
    expired: 'no: nothing-offered',
  },
  'leaves a contact and waits on': {
    command: { type: 'leave-contact', contact, keepWaiting: true },
    none: 'no: no-form',
    offered: 'no: no-form',
    collecting: 'contact',
    pending: 'contact',
    active: 'no: no-form',
    resolved: 'no: no-form',
    cancelled: 'no: no-form',
    expired: 'contact',
  },
  'leaves a contact and waits no more': {
    command: { type: 'leave-contact', contact, keepWaiting: false },
    none: 'no: no-form',
    offered: 'no: no-form',
    collecting: 'contact + resolved(left-contact)',
    pending: 'contact + resolved(left-contact)',
    active: 'no: no-form',
    resolved: 'no: no-form',
    cancelled: 'no: no-form',
    expired: 'contact',
  },
  'ends it': {
    command: { type: 'end-handoff' },
    none: 'no: no-handoff',
    offered: 'declined',
    collecting: 'resolved(cancelled)',
    pending: 'resolved(cancelled)',
    active: 'resolved(ended-by-visitor)',
    resolved: 'no: no-handoff',
    cancelled: 'no: no-handoff',
    expired: 'no: no-handoff',
  },
};

for (const [name, { command, ...expected }] of Object.entries(table))
  test(`a visitor ${name}`, () => {
    const actual = Object.fromEntries(
      Object.entries(stages).map(([stage, record]) => [
        stage,
        decided(record, byVisitor('now', command, soon)),
      ]),
    );
    expect(actual).toEqual(expected);
  });
