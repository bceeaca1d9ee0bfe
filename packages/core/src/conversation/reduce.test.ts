import { type LogEvent, limits, textOf } from '@batonchat/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatState, OutboxItem } from '../state.js';
import { ada, adaAsAgent, bot, createScene } from '../testing/frames.js';
import { gone } from './gone.js';
import type { EventsFrame, Input } from './input.js';
import { isBehind } from './position.js';
import { reduce, unfollowed } from './reduce.js';

type Command = OutboxItem['command'];
type State = Pick<ChatState, keyof typeof unfollowed>;

const after = (state: State, ...inputs: Input<Command>[]): State =>
  inputs.reduce<State>((held, input) => reduce<Command, State>(held, input), state);
const queued = (commandId: string, changes: Partial<OutboxItem> = {}): Input<Command> => ({
  type: 'queued',
  item: {
    commandId,
    conversationId: 'c',
    command: { type: 'send-message', parts: [{ type: 'text', text: commandId }] },
    createdAt: 1,
    status: 'sending',
    refusal: null,
    ...changes,
  },
});
const events = (frame: EventsFrame): Input<Command> => ({ type: 'events', frame });
const idsIn = (state: State) => state.outbox.map((item) => item.commandId);
const delta = (messageId: string, offset: number, text: string, changes = {}) => ({
  from: bot,
  delta: { type: 'message-delta' as const, messageId, attempt: 1, ownership: 0, offset, text, ...changes },
});
const deltas = (...pieces: ReturnType<typeof delta>[]): Input<Command> => ({
  type: 'deltas',
  deltas: pieces,
  at: 5,
});

/** A scene and a client that holds its snapshot. */
function following() {
  const scene = createScene();
  const state = after(unfollowed, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
  return { scene, state };
}

describe('events', () => {
  test('a hole changes nothing, and what is missing is asked for', () => {
    const { scene, state } = following();
    scene.visitorSays('one');
    const second = scene.visitorSays('two');
    expect(after(state, events(second))).toBe(state);
    expect(state.conversation && isBehind(state.conversation.position, second)).toBe(true);
  });

  test('a repeat changes nothing, not even the identity', () => {
    const { scene, state } = following();
    const first = scene.visitorSays('one');
    const once = after(state, events(first));
    expect(after(once, events(first))).toBe(once);
    expect(once.conversation && isBehind(once.conversation.position, first)).toBe(false);
  });

  test('those of another conversation, epoch or log are not folded', () => {
    const { scene, state } = following();
    const frame = scene.visitorSays('one');
    expect(after(state, events({ ...frame, conversationId: 'other' }))).toBe(state);
    expect(after(state, events({ ...frame, epoch: 'other' }))).toBe(state);
    expect(after(state, events({ ...frame, log: 'desk' }))).toBe(state);
    expect(state.conversation && isBehind(state.conversation.position, { ...frame, epoch: 'other' })).toBe(
      true,
    );
  });

  test('another event where we stand means another history', () => {
    const { scene, state } = following();
    const frame = scene.visitorSays('one');
    const { position } = after(state, events(frame)).conversation ?? {};
    const forged = { ...frame, events: frame.events.map((event) => ({ ...event, id: 'x' })) as LogEvent[] };
    expect(position && isBehind(position, forged)).toBe(true);
  });

  test('shuffled, repeated, cut and lost frames end equal once what is missing was asked for', () => {
    const action = fc.constantFrom('visitor', 'bot', 'request', 'claim', 'agent', 'resolve');
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 })), { maxLength: 40 }),
        (actions, cuts) => {
          const { scene, state } = following();
          for (const each of actions) act(scene, each);
          const log = scene.log();
          let held = state;
          const receive = (frame: EventsFrame) => {
            held = after(held, events(frame));
            const { position } = held.conversation ?? {};
            return position !== undefined && isBehind(position, frame);
          };
          for (const [start, length] of cuts) {
            const from = start % (log.length + 1);
            receive(scene.conversation.eventsFrame('shared', log.slice(from, from + length)));
          }
          const head = scene.conversation.eventsFrame('shared', []);
          while (receive(head)) {
            const answer = scene.conversation.answer('shared', held.conversation?.position ?? null);
            if (answer.type === 'events') receive(answer);
          }
          expect(held.conversation?.position.seq).toBe(log.length);
          expect(held.conversation?.state).toEqual(scene.conversation.record.state);
          const whole = after(unfollowed, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
          const newest = held.conversation?.entries.slice(-limits.entriesPerPage);
          expect(newest).toEqual(whole.conversation?.entries);
        },
      ),
    );
  });
});

function act(scene: ReturnType<typeof createScene>, action: string) {
  const { handoff, owner } = scene.conversation.record.state;
  const isOpen = handoff !== null && handoff.status !== 'resolved';
  if (action === 'visitor') scene.visitorSays('hello');
  if (action === 'bot' && owner.kind === 'bot') scene.botSays('hello');
  if (action === 'request' && !isOpen) scene.requestHandoff();
  if (action === 'claim' && handoff?.status === 'pending') scene.claim();
  if (action === 'agent' && owner.kind === 'agent') scene.adaSays('hello');
  if (action === 'resolve' && owner.kind === 'agent') scene.resolve();
}

describe('snapshots', () => {
  test('one of the same history replaces quietly', () => {
    const { scene, state } = following();
    scene.visitorSays('one');
    const again = after(state, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
    expect(again.isHistoryReplaced).toBe(false);
    expect(again.conversation?.entries).toHaveLength(1);
  });

  test.each([
    ['another epoch', () => createScene('c', 'other').snapshot()],
    ['another conversation of another epoch', () => createScene('d', 'other').snapshot()],
    ['an older state of the same history', () => createScene().snapshot()],
    [
      'another event where we stand',
      () => {
        const scene = createScene();
        scene.visitorSays('else', 'else');
        return scene.snapshot();
      },
    ],
  ])('%s says so until it is dismissed', (_, other) => {
    const { scene, state } = following();
    const held = after(state, events(scene.visitorSays('one')));
    const replaced = after(held, { type: 'snapshot', frame: other(), me: 'v' });
    expect(replaced.isHistoryReplaced).toBe(true);
    expect(after(replaced, { type: 'replacement-seen' }).isHistoryReplaced).toBe(false);
  });

  test('a new current conversation of the same store is no replacement', () => {
    const { state } = following();
    const next = after(state, { type: 'snapshot', frame: createScene('d').snapshot(), me: 'v' });
    expect(next.isHistoryReplaced).toBe(false);
    expect(next.conversation?.id).toBe('d');
  });

  test('a history is replaced where the relay does not hold what we said that we hold, and only for those who hold it', () => {
    const { scene, state } = following();
    const held = after(state, events(scene.visitorSays('one')));
    const position = held.conversation?.position;
    if (!position) throw new Error('Nothing is held.');
    const frame = createScene('d').snapshot();
    const replacing = (conversationId: string) =>
      after(held, { type: 'snapshot', me: 'v', frame: { ...frame, replaces: { conversationId, position } } });
    expect(replacing('c').isHistoryReplaced).toBe(true);
    expect(replacing('another').isHistoryReplaced).toBe(false);
  });

  test('of a conversation that is gone nothing is held, and what was unsent stands as failed', () => {
    const { state } = following();
    const refusal = { code: 'not-found', message: 'There is no such conversation.' } as const;
    const held = after(after(state, queued('a')), { type: 'changed', change: gone(refusal) });
    expect(held.conversation).toBeNull();
    expect(held.isHistoryReplaced).toBe(true);
    expect(held.outbox).toMatchObject([{ commandId: 'a', status: 'failed', refusal }]);
    expect(
      after({ ...held, isHistoryReplaced: false }, { type: 'changed', change: gone(refusal) })
        .isHistoryReplaced,
    ).toBe(false);
  });

  test('what is unsent follows into the history that took the place of its own, and only there', () => {
    const { state } = following();
    const held = after(state, queued('a'), queued('b', { conversationId: null }));
    const moved = after(held, { type: 'snapshot', frame: createScene('d').snapshot(), me: 'v' });
    expect(moved.outbox.map((item) => item.conversationId)).toEqual(['c', 'd']);
    const replaced = after(held, { type: 'snapshot', frame: createScene('d', 'x').snapshot(), me: 'v' });
    expect(replaced.outbox.map((item) => item.conversationId)).toEqual(['d', 'd']);
  });

  test('what it holds already is acknowledged, message or request', () => {
    const { scene, state } = following();
    const held = after(state, queued('a'), queued('b'), queued('cmd-3'));
    scene.visitorSays('a', 'a');
    scene.requestHandoff();
    const caughtUp = after(held, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
    expect(idsIn(caughtUp)).toEqual(['b']);
  });

  test('it brings what this participant has read', () => {
    const { scene } = following();
    scene.conversation.receipts.set('v', {
      participantId: 'v',
      kind: 'visitor',
      deliveredSeq: 1,
      readSeq: 1,
    });
    const state = after(unfollowed, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
    expect(state.readSeq).toBe(1);
    expect(after(state, { type: 'read', seq: 3 }, { type: 'read', seq: 2 }).readSeq).toBe(3);
  });
});

describe('older pages', () => {
  test('they are put before what is held, never twice', () => {
    const scene = createScene();
    for (let count = 0; count < 120; count++) scene.visitorSays(`${count}`);
    let state = after(unfollowed, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
    while (state.conversation?.hasOlder) {
      const first = state.conversation.entries[0]?.seq ?? 0;
      const page: Input<Command> = { type: 'page', frame: scene.conversation.pageFrame(first) };
      state = after(state, { type: 'older', isLoading: true }, page, page);
      expect(state.isLoadingOlder).toBe(false);
    }
    const texts = state.conversation?.entries.map((entry) =>
      entry.kind === 'message' ? textOf(entry.message) : null,
    );
    expect(texts).toEqual(Array.from({ length: 120 }, (_, count) => `${count}`));
  });
});

describe('the outbox', () => {
  test('an event that its command caused acknowledges it, also when it comes again', () => {
    const { scene, state } = following();
    const frame = scene.visitorSays('a', 'a');
    expect(idsIn(after(state, queued('a'), queued('b'), events(frame)))).toEqual(['b']);
    expect(idsIn(after(state, events(frame), queued('a'), events(frame)))).toEqual([]);
  });

  test('an event behind a hole does not: its text would be nowhere', () => {
    const { scene, state } = following();
    scene.visitorSays('lost');
    const frame = scene.visitorSays('a', 'a');
    expect(idsIn(after(state, queued('a'), events(frame)))).toEqual(['a']);
  });

  test('a refusal keeps the item as failed; one that is moot removes it', () => {
    const { state } = following();
    const held = after(state, queued('a'), queued('b'));
    const refusal = { code: 'invalid', message: 'No.' } as const;
    const failed = after(held, { type: 'refused', commandId: 'a', refusal });
    expect(failed.outbox[0]).toMatchObject({ status: 'failed', refusal });
    const moot = { code: 'already-requested', message: 'Yes, yes.' } as const;
    expect(idsIn(after(failed, { type: 'refused', commandId: 'b', refusal: moot }))).toEqual(['a']);
  });

  test('a failed item is retried in the conversation that is current, or discarded', () => {
    const { state } = following();
    const failed = queued('a', { status: 'failed', conversationId: 'gone' });
    const retried = after(state, failed, { type: 'retried', commandId: 'a' });
    expect(retried.outbox[0]).toMatchObject({ status: 'sending', refusal: null, conversationId: 'c' });
    expect(idsIn(after(state, failed, { type: 'discarded', commandId: 'a' }))).toEqual([]);
  });

  test('restored items come first, in their order, and not twice', () => {
    const { state } = following();
    const items = ['late', 'early'].map((commandId, index) => ({
      ...(queued(commandId, { createdAt: 10 - index }) as Extract<Input<Command>, { type: 'queued' }>).item,
    }));
    const held = after(state, queued('new', { createdAt: 1 }));
    const restored: Input<Command> = { type: 'restored', items, said: new Set(['new']) };
    expect(idsIn(after(held, restored, restored))).toEqual(['early', 'late', 'new']);
  });

  test('a restored item that the log holds is not shown twice', () => {
    const { scene, state } = following();
    const held = after(state, events(scene.visitorSays('a', 'a')));
    const { item } = queued('a') as Extract<Input<Command>, { type: 'queued' }>;
    expect(after(held, { type: 'restored', items: [item], said: new Set() }).outbox).toEqual([]);
  });
});

describe('drafts', () => {
  test('pieces join to a text; one that came before is ignored', () => {
    const { state } = following();
    const held = after(
      state,
      deltas(delta('m', 0, 'Hel'), delta('m', 3, 'lo')),
      deltas(delta('m', 0, 'Hel')),
    );
    expect(held.drafts).toMatchObject([{ messageId: 'm', text: 'Hello', author: bot, startedAt: 5 }]);
  });

  test('a hole drops the draft, and what follows it is ignored', () => {
    const { state } = following();
    const held = after(state, deltas(delta('m', 0, 'Hel')), deltas(delta('m', 5, '!'), delta('m', 6, '?')));
    expect(held.drafts).toEqual([]);
  });

  test('a higher attempt starts again, a lower one is ignored', () => {
    const { state } = following();
    const second = after(
      state,
      deltas(delta('m', 0, 'Hello')),
      deltas(delta('m', 0, 'Good', { attempt: 2 }), delta('m', 5, '!')),
    );
    expect(second.drafts).toMatchObject([{ text: 'Good', attempt: 2 }]);
  });

  test('nothing is drafted of a message in the log, nor under another ownership', () => {
    const { scene, state } = following();
    const held = after(state, events(scene.botSays('Hello', 'm')));
    expect(after(held, deltas(delta('m', 0, 'Hel')))).toBe(held);
    expect(after(held, deltas(delta('n', 0, 'Hel', { ownership: 1 })))).toBe(held);
  });

  test('the message itself ends its draft, and so does another of the same author, who gave it up', () => {
    const { scene, state } = following();
    const drafted = after(state, deltas(delta('m', 0, 'Hel')));
    expect(drafted.drafts.map((draft) => draft.messageId)).toEqual(['m']);
    const said = after(drafted, events(scene.botSays('Hello', 'm')));
    expect(said.drafts).toEqual([]);
    const drafting = after(said, deltas(delta('n', 0, 'Wor')));
    expect(drafting.drafts.map((draft) => draft.messageId)).toEqual(['n']);
    expect(after(drafting, events(scene.botSays('Sorry', 'other'))).drafts).toEqual([]);
  });

  test('a change of owner ends all drafts', () => {
    const { scene, state } = following();
    const drafted = after(state, deltas(delta('m', 0, 'Hel')));
    expect(after(drafted, events(scene.requestHandoff())).drafts).toEqual([]);
  });

  test('another connection begins without drafts and typing', () => {
    const { state } = following();
    const held = after(state, deltas(delta('m', 0, 'Hel')), { type: 'typing', author: ada, isTyping: true });
    expect(after(held, { type: 'resumed' })).toMatchObject({ drafts: [], typing: [] });
  });
});

describe('typing', () => {
  test('is known until it ends, once a person', () => {
    const { state } = following();
    const typing = after(
      state,
      { type: 'typing', author: ada, isTyping: true },
      { type: 'typing', author: ada, isTyping: true },
    );
    expect(typing.typing).toEqual([ada]);
    expect(after(typing, { type: 'typing', author: ada, isTyping: false }).typing).toEqual([]);
  });

  test('ends with the message of the one who typed, and not with others', () => {
    const { scene, state } = following();
    const held = after(state, events(scene.requestHandoff()), events(scene.claim()));
    const typing = after(held, { type: 'typing', author: ada, isTyping: true });
    const answered = after(typing, events(scene.visitorSays('hello')));
    expect(answered.typing).toEqual([ada]);
    expect(after(answered, events(scene.adaSays('hello'))).typing).toEqual([]);
  });

  test('a bot whose text can be seen does not type as well', () => {
    const { state } = following();
    const typing = after(state, { type: 'typing', author: bot, isTyping: true });
    const drafted = after(typing, deltas(delta('m', 0, 'Hel')));
    expect(drafted.typing).toEqual([]);
    expect(after(drafted, { type: 'typing', author: bot, isTyping: true })).toBe(drafted);
  });
});

test('receipts only rise, in whatever order they come', () => {
  const mark = fc.record({
    participantId: fc.constantFrom('v', 'ada', 'ben'),
    deliveredSeq: fc.nat({ max: 50 }),
    readSeq: fc.nat({ max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 60 }), (marks) => {
      let { state } = following();
      for (const given of marks)
        state = after(state, {
          type: 'receipts',
          frame: { type: 'receipts', conversationId: 'c', receipts: [{ kind: 'agent', ...given }] },
          me: null,
        });
      for (const { participantId, deliveredSeq, readSeq } of state.receipts) {
        const own = marks.filter((each) => each.participantId === participantId);
        expect(deliveredSeq).toBe(Math.max(...own.map((each) => each.deliveredSeq)));
        expect(readSeq).toBe(Math.max(...own.map((each) => each.readSeq)));
      }
    }),
  );
});

test('the claim is folded with the name that the visitor sees', () => {
  const { scene, state } = following();
  const held = after(state, events(scene.requestHandoff()), events(scene.claim()));
  expect(held.conversation?.state.owner).toEqual({ kind: 'agent', agent: adaAsAgent });
});
