import {
  type Answer,
  type Author,
  type Entry,
  initialState,
  type Part,
  type Receipt,
} from '@batonchat/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyCommand } from '../any-command.js';
import { unfollowed } from '../conversation/reduce.js';
import type { FollowedConversation, OutboxItem } from '../state.js';
import type { Row } from './row.js';
import { rowsOf } from './rows.js';

type Source = FollowedConversation<AnyCommand>;

const visitor: Author = { kind: 'visitor', id: 'v', name: null, avatarUrl: null };
const ada: Author = { kind: 'agent', id: 'ada', name: 'Ada', avatarUrl: null };

const messageOf = (seq: number, author: Author, parts: Part[]): Entry => ({
  kind: 'message',
  seq,
  id: `m${seq}`,
  at: seq,
  message: { id: `m${seq}`, author, parts },
});
const text = (words: string) => ({ type: 'text' as const, text: words });
const answerTo = (seq: number): Answer => ({
  type: 'choice',
  messageId: `m${seq}`,
  choiceIds: ['red'],
  label: 'Red',
});

/** What is in the log at this seq. */
const entryAt = (seq: number, what: number): Entry => {
  if (what === 0) return messageOf(seq, visitor, [text('Hello')]);
  if (what === 1) return messageOf(seq, visitor, [answerTo(seq - 1)]);
  if (what === 2)
    return {
      kind: 'notice',
      seq,
      id: `n${seq}`,
      at: seq,
      notice: { type: 'handoff-declined', body: { handoffId: `h${seq % 2}` } },
    };
  return messageOf(seq, ada, [text('Yes?')]);
};

const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('newer' as const), whats: fc.array(fc.nat(3), { maxLength: 4 }) }),
    fc.record({ type: fc.constant('older' as const), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ type: fc.constant('edited' as const), place: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
    fc.record({ type: fc.constant('cut' as const), place: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
    fc.record({ type: fc.constant('read' as const), deliveredSeq: fc.nat(60), readSeq: fc.nat(60) }),
    fc.record({ type: fc.constant('handoff' as const), number: fc.nat(1) }),
    fc.record({ type: fc.constant('said' as const), isAnswer: fc.boolean() }),
    fc.record({ type: fc.constant('asked' as const), seq: fc.nat(60) }),
  ),
  { maxLength: 30 },
);
type Step = typeof steps extends fc.Arbitrary<(infer Each)[]> ? Each : never;

const handoffOf = (number: number) => ({ id: `h${number}` }) as NonNullable<typeof initialState.handoff>;

function after(source: Source, step: Step): Source {
  const { conversation } = source;
  if (!conversation) throw new Error('There is no conversation.');
  const { entries, state } = conversation;
  const withEntries = (changed: readonly Entry[]): Source => ({
    ...source,
    conversation: { ...conversation, entries: changed },
  });
  const at = (place: number) => Math.floor(place * entries.length);
  switch (step.type) {
    case 'newer': {
      const from = (entries.at(-1)?.seq ?? 30) + 1;
      return withEntries([...entries, ...step.whats.map((what, index) => entryAt(from + index, what))]);
    }
    case 'older': {
      const before = entries[0]?.seq ?? 31;
      const first = Math.max(1, before - step.count);
      return withEntries([
        ...Array.from({ length: before - first }, (_, index) => entryAt(first + index, (first + index) % 4)),
        ...entries,
      ]);
    }
    case 'edited':
      return withEntries(
        entries.map((entry, index) =>
          index > 0 && index === at(step.place) ? entryAt(entry.seq, 0) : entry,
        ),
      );
    case 'cut':
      return withEntries(entries.slice(at(step.place)));
    case 'read': {
      const { deliveredSeq, readSeq } = step;
      const receipt: Receipt = { participantId: 'ada', kind: 'agent', deliveredSeq, readSeq };
      return { ...source, receipts: [receipt] };
    }
    case 'handoff':
      return {
        ...source,
        conversation: { ...conversation, state: { ...state, handoff: handoffOf(step.number) } },
      };
    case 'said': {
      const parts = step.isAnswer ? [answerTo(entries.at(-1)?.seq ?? 0)] : [text('And?')];
      const item: OutboxItem<AnyCommand> = {
        commandId: 'said',
        conversationId: 'c',
        command: { type: 'send-message', parts },
        createdAt: 100,
        status: 'sending',
        refusal: null,
      };
      return { ...source, outbox: source.outbox.length > 0 ? [] : [item] };
    }
    case 'asked':
      return {
        ...source,
        conversation: {
          ...conversation,
          state: { ...state, questions: [{ messageId: `m${step.seq}`, type: 'choices' }] },
        },
      };
  }
}

const beginning: Source = {
  ...unfollowed,
  conversation: {
    id: 'c',
    position: { epoch: 'e', seq: 0, id: '' },
    state: initialState,
    entries: [],
    hasOlder: true,
  },
};

test('however a log comes about, its rows are those of the same log seen for the first time, and what did not change is the very same', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom('visitor' as const, 'agent' as const), (taken, viewer) => {
      let source = beginning;
      let shown: readonly Row[] = [];
      let entryOf = new Map<Row, Entry | undefined>();
      for (const step of taken) {
        source = after(source, step);
        const rows = rowsOf(source, viewer);
        expect(rows).toEqual(rowsOf(structuredClone(source), viewer));

        const logged = source.conversation?.entries ?? [];
        // A log that lost its begin is another one.
        const held = new Map(step.type === 'cut' ? [] : shown.map((row) => [row.key, row]));
        for (const [index, row] of rows.slice(0, logged.length).entries()) {
          const before = held.get(row.key);
          if (!before || entryOf.get(before) !== logged[index]) continue;
          if (JSON.stringify(before) === JSON.stringify(row)) expect(row).toBe(before);
        }
        shown = rows;
        entryOf = new Map(rows.map((row, index) => [row, logged[index]]));
      }
    }),
    { numRuns: 150 },
  );
});
