import { beforeAll, describe, expect, test } from 'vitest';
import { reduce, unfollowed } from './conversation/reduce.js';
import { loadRecogniser } from './recogniser.js';
import { canRequestHandoff, handoffOf, isWaiting, queuePlaceOf, unreadCount } from './selectors.js';
import type { ChatState, OutboxItem } from './state.js';
import { createScene } from './testing/frames.js';

beforeAll(loadRecogniser);

type State = Pick<ChatState, keyof typeof unfollowed>;

const holding = (scene: ReturnType<typeof createScene>): State =>
  reduce<OutboxItem['command'], State>(unfollowed, { type: 'snapshot', frame: scene.snapshot(), me: 'v' });
const withSending = (state: State, ...commands: OutboxItem['command'][]): State => ({
  ...state,
  outbox: commands.map((command, index) => ({
    commandId: `${index}`,
    conversationId: null,
    command,
    createdAt: index,
    status: 'sending',
    refusal: null,
  })),
});
const request = { type: 'request-handoff', reason: 'button' } as const;
const words = { type: 'send-message' as const, parts: [{ type: 'text' as const, text: 'talk to a human' }] };

describe('a human can be asked for, and is waited for', () => {
  const facts = (state: State) => [
    canRequestHandoff(state),
    isWaiting(state),
    handoffOf(state)?.status ?? null,
  ];

  test('through a whole handoff', () => {
    const scene = createScene();
    expect(facts(unfollowed)).toEqual([true, false, null]);
    expect(facts(holding(scene))).toEqual([true, false, null]);
    scene.requestHandoff();
    expect(facts(holding(scene))).toEqual([false, true, 'pending']);
    scene.claim();
    expect(facts(holding(scene))).toEqual([false, false, 'active']);
    scene.resolve();
    expect(facts(holding(scene))).toEqual([true, false, 'resolved']);
  });

  test('from the moment the request is in the outbox, by button or words', () => {
    expect(facts(withSending(unfollowed, request))).toEqual([false, true, null]);
    expect(facts(withSending(unfollowed, words))).toEqual([false, true, null]);
  });

  test('until it is taken back there', () => {
    expect(facts(withSending(unfollowed, request, { type: 'end-handoff' }))).toEqual([true, false, null]);
    expect(facts(withSending(unfollowed, request, { type: 'end-handoff' }, request))).toEqual([
      false,
      true,
      null,
    ]);
  });
});

test('a place in the queue is of the handoff that is waited in, and of no other', () => {
  const scene = createScene();
  scene.requestHandoff();
  const waiting = holding(scene);
  expect(queuePlaceOf(waiting)).toBeNull();
  const place = { handoffId: handoffOf(waiting)?.id ?? '', position: 2, waitMs: 60_000 };
  const told = (queuePlace: typeof place) =>
    reduce<OutboxItem['command'], State>(waiting, { type: 'queue-place', place: queuePlace });
  expect(queuePlaceOf(told(place))).toBe(place);
  expect(queuePlaceOf(told({ ...place, handoffId: 'before' }))).toBeNull();
  scene.claim();
  expect(queuePlaceOf({ ...told(place), conversation: holding(scene).conversation })).toBeNull();
});

test('unread are the messages of others beyond what was seen', () => {
  const scene = createScene();
  scene.botSays('one');
  scene.visitorSays('two');
  scene.botSays('three');
  scene.requestHandoff();
  const state = holding(scene);
  expect(unreadCount(state)).toBe(2);
  expect(unreadCount({ ...state, readSeq: 2 })).toBe(1);
  expect(unreadCount({ ...state, readSeq: 4 })).toBe(0);
});
