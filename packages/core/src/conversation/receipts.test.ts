import type { Receipt } from '@batonchat/protocol';
import { expect, test } from 'vitest';
import type { AnyCommand } from '../any-command.js';
import type { Delivery, Viewer } from '../rows/row.js';
import { rowsOf } from '../rows/rows.js';
import type { FollowedConversation } from '../state.js';
import { createScene } from '../testing/frames.js';
import { createMeeting } from '../testing/meeting.js';
import type { Input } from './input.js';
import { reduce, unfollowed } from './reduce.js';

type State = FollowedConversation<AnyCommand>;
const ranks: readonly (Delivery | null)[] = ['sent', 'delivered', 'seen'];

/** Numbers from 0 to under 1 that are the same for the same seed. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<Each>(list: readonly Each[], random: () => number): Each[] {
  const after = [...list];
  for (let index = after.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [after[index], after[other]] = [after[other] as Each, after[index] as Each];
  }
  return after;
}

/** How far each own message has come, by its seq. */
const deliveries = (state: State, viewer: Viewer) =>
  new Map(
    rowsOf(state, viewer).flatMap((row) =>
      row.kind === 'message' && row.delivery ? [[row.seq ?? 0, row.delivery] as const] : [],
    ),
  );

test.each([1, 2, 3])(
  'over 10,000 marks of three devices, shuffled and doubled, states only rise (seed %i)',
  (seed) => {
    const random = seeded(seed);
    const scene = createScene();
    scene.requestHandoff();
    scene.claim();
    for (let count = 0; count < 20; count++) {
      scene.visitorSays(`question ${count}`);
      scene.adaSays(`answer ${count}`);
    }
    const snapshot = scene.snapshot();
    const head = snapshot.position.seq;

    const marks: Receipt[] = [
      { participantId: 'v', kind: 'visitor' as const },
      { participantId: 'ada', kind: 'agent' as const },
      { participantId: 'ben', kind: 'agent' as const },
    ].flatMap((device) => {
      // No device has been told of all, so that some messages must stay behind.
      const reach = head - 1 - Math.floor(random() * 12);
      return Array.from({ length: 1667 }, () => {
        const deliveredSeq = Math.floor(random() * (reach + 1));
        return { ...device, deliveredSeq, readSeq: Math.floor(random() * (deliveredSeq + 1)) };
      });
    });
    const frames: Input<AnyCommand>[] = shuffled([...marks, ...marks], random).map((mark) =>
      // Now and then a snapshot, with marks as old as they come.
      random() < 0.01
        ? { type: 'snapshot', frame: { ...snapshot, receipts: [mark] }, me: null }
        : {
            type: 'receipts',
            frame: { type: 'receipts', conversationId: 'c', receipts: [mark] },
            me: null,
          },
    );
    expect(frames.length).toBeGreaterThanOrEqual(10_000);

    for (const viewer of ['visitor', 'agent'] as const) {
      let state: State = reduce<AnyCommand, State>(unfollowed, {
        type: 'snapshot',
        frame: snapshot,
        me: null,
      });
      let before = deliveries(state, viewer);
      const told = { delivered: 0, seen: 0 };
      expect([...before.values()]).toEqual(Array.from({ length: 20 }, () => 'sent'));
      for (const frame of frames) {
        state = reduce<AnyCommand, State>(state, frame);
        const [mark] = frame.type === 'receipts' || frame.type === 'snapshot' ? frame.frame.receipts : [];
        if (mark && mark.kind !== viewer) {
          told.delivered = Math.max(told.delivered, mark.deliveredSeq);
          told.seen = Math.max(told.seen, mark.readSeq);
        }
        const now = deliveries(state, viewer);
        for (const [seq, delivery] of now) {
          const is = seq <= told.seen ? 'seen' : seq <= told.delivered ? 'delivered' : 'sent';
          if (delivery !== is || ranks.indexOf(delivery) < ranks.indexOf(before.get(seq) ?? null))
            expect({ seq, delivery, before: before.get(seq) }).toEqual({ seq, delivery: is });
        }
        before = now;
      }
      expect(new Set(before.values())).toContain('sent');
      expect(new Set(before.values())).toContain('seen');
    }
  },
);

test('sent is the relay, delivered a device of the other side, seen a person; both sides agree', async () => {
  const { clock, relay, visitor, agent } = createMeeting();
  const chat = visitor();
  chat.connect();
  chat.requestHandoff();
  chat.sendMessage('Hello');
  await clock.advance(1000);
  const shown = () => [...deliveries(chat.store.getState(), 'visitor').values()].at(-1);
  expect(shown()).toBe('sent');
  const secondTab = visitor();
  secondTab.connect();
  secondTab.markRead(99);
  await clock.advance(1000);
  expect(shown()).toBe('sent');

  const desk = agent();
  desk.connect();
  await clock.advance(1000);
  expect(shown()).toBe('sent');
  const conversationId = chat.store.getState().conversation?.id ?? '';
  desk.openConversation(conversationId);
  await clock.advance(1000);
  expect(shown()).toBe('delivered');
  desk.markRead(conversationId, chat.store.getState().conversation?.position.seq ?? 0);
  // The frame that says so is lost with the connection, and said again on the next.
  await clock.advance(150);
  relay.cut();
  await clock.advance(10_000);
  expect(shown()).toBe('seen');
});
