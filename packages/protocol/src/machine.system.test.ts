import { expect, test } from 'vitest';
import type { SystemCommand } from './command.js';
import { newRecord } from './plan.js';
import { bySystem, soon, visit } from './testing/people.js';
import { decided, type Stage, stages } from './testing/stages.js';

const withNothing = newRecord('c-1', 'main');
const end = { type: 'end-handoff', handoffId: 'h-1', endReason: 'wait-expired' } as const;

/** What the relay itself may do in every stage, cell by cell; `ownership` is the one that stands there. */
const table: Record<
  string,
  { command: (ownership: number) => SystemCommand } & Record<Stage | 'empty', string>
> = {
  'starts the conversation': {
    command: () => ({ type: 'start', visitorId: 'v-1', context: visit }),
    empty: 'started + context',
    none: 'no: already-started',
    offered: 'no: already-started',
    collecting: 'no: already-started',
    pending: 'no: already-started',
    active: 'no: already-started',
    resolved: 'no: already-started',
    cancelled: 'no: already-started',
    expired: 'no: already-started',
  },
  'records a visit': {
    command: () => ({ type: 'record-context', context: visit }),
    empty: 'context',
    none: 'context',
    offered: 'context',
    collecting: 'context',
    pending: 'context',
    active: 'context',
    resolved: 'context',
    cancelled: 'context',
    expired: 'context',
  },
  'ends the handoff': {
    command: (ownership) => ({ ...end, ownership }),
    empty: 'no: handoff-over',
    none: 'no: handoff-over',
    offered: 'resolved(wait-expired)',
    collecting: 'resolved(wait-expired)',
    pending: 'resolved(wait-expired)',
    active: 'resolved(wait-expired)',
    resolved: 'no: handoff-over',
    cancelled: 'no: handoff-over',
    expired: 'no: handoff-over',
  },
  'ends a handoff before this one': {
    command: (ownership) => ({ ...end, ownership, handoffId: 'h-0' }),
    empty: 'no: handoff-over',
    none: 'no: handoff-over',
    offered: 'no: handoff-over',
    collecting: 'no: handoff-over',
    pending: 'no: handoff-over',
    active: 'no: handoff-over',
    resolved: 'no: handoff-over',
    cancelled: 'no: handoff-over',
    expired: 'no: handoff-over',
  },
  'ends it by a timer that was set under another owner': {
    command: (ownership) => ({ ...end, ownership: ownership - 1 }),
    empty: 'no: handoff-over',
    none: 'no: handoff-over',
    offered: 'no: stale-ownership',
    collecting: 'no: stale-ownership',
    pending: 'no: stale-ownership',
    active: 'no: stale-ownership',
    resolved: 'no: handoff-over',
    cancelled: 'no: handoff-over',
    expired: 'no: handoff-over',
  },
};

for (const [name, { command, ...expected }] of Object.entries(table))
  test(`the relay ${name}`, () => {
    const actual = Object.fromEntries(
      Object.entries({ empty: withNothing, ...stages }).map(([stage, record]) => [
        stage,
        decided(record, bySystem('now', command(record.state.ownership), soon)),
      ]),
    );
    expect(actual).toEqual(expected);
  });
