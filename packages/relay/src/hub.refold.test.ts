import { evolve, evolveDesk, initialDeskState, initialState, type LogEvent } from '@batonchat/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Submission } from './plan-group.js';
import { readEventsAfter } from './store/conversations.js';
import type { Store } from './store/open-store.js';
import { readRecords } from './store/records.js';
import { ada, ben, type OpenHub, openHub } from './testing/open-hub.js';
import type { visitorCommands } from './testing/people.js';
import { onEachStore, type Place } from './testing/places.js';

const moves = [
  'says',
  'asks',
  'ends',
  'claims',
  'claims',
  'answers',
  'releases',
  'rejects',
  'resolves',
  'resumes',
  'bot answers',
  'bot offers',
  'accepts',
  'declines',
  'leaves a contact',
] as const;

onEachStore((makePlace) => {
  let place: Place;
  let store: Store;
  let opened: OpenHub;
  beforeAll(async () => {
    place = await makePlace();
    store = await place.open();
    opened = openHub(store);
  });
  afterAll(async () => {
    await opened.hub.close();
    await store.close();
    await place.remove();
  });

  test('the record of a conversation is the fold of its logs, whatever was tried at once', async () => {
    const script = fc.array(
      fc.record({ who: fc.nat(9), agent: fc.constantFrom(ada, ben), move: fc.constantFrom(...moves) }),
      { minLength: 400, maxLength: 400 },
    );
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const begun = await Promise.all(Array.from({ length: 10 }, () => opened.begin()));
        for (let n = 0; n < steps.length; n += 40)
          await Promise.all(
            steps.slice(n, n + 40).map(async ({ who, agent, move }) => {
              const each = begun[who];
              if (!each) return;
              const record = await opened.hub.record(each.conversationId);
              const ownership = record?.state.ownership ?? 0;
              const command = commandOf(move, each.visitor, agent, ownership);
              await opened.hub.submit('main', each.conversationId, command);
            }),
          );
        const ids = begun.map(({ conversationId }) => conversationId);
        for (const stored of await readRecords(store, ids)) {
          const shared = await wholeLog(store, stored.id, 'shared');
          const desk = await wholeLog(store, stored.id, 'desk');
          expect(stored).toEqual({
            id: stored.id,
            siteId: 'main',
            heads: { shared: headOf(shared), desk: headOf(desk) },
            state: shared.reduce((state, event) => evolve(state, event as never), initialState),
            desk: desk.reduce((state, event) => evolveDesk(state, event as never), initialDeskState),
          });
          expect(await opened.hub.record(stored.id)).toEqual(stored);
        }
      }),
      { numRuns: 3 },
    );
  });
});

function commandOf(
  move: (typeof moves)[number],
  visitor: ReturnType<typeof visitorCommands>,
  agent: typeof ada,
  ownership: number,
): Submission {
  switch (move) {
    case 'says':
      return visitor.say('Where is my order?');
    case 'asks':
      return visitor.request();
    case 'ends':
      return visitor.end();
    case 'accepts':
      return visitor.issue({ type: 'accept-offer' });
    case 'declines':
      return visitor.issue({ type: 'decline-offer' });
    case 'leaves a contact':
      return visitor.issue({
        type: 'leave-contact',
        contact: { name: 'Vera', email: '', message: '' },
        keepWaiting: true,
      });
    case 'claims':
      return agent.claim(null);
    case 'answers':
      return agent.say('On its way.');
    case 'releases':
      return agent.release();
    case 'rejects':
      return agent.issue({ type: 'reject' });
    case 'resolves':
      return agent.resolve();
    case 'resumes':
      return agent.resume();
    case 'bot answers':
    case 'bot offers':
      return {
        id: crypto.randomUUID(),
        actor: { kind: 'bot', id: 'bot', name: 'Bot', avatarUrl: null },
        command: {
          type: 'answer',
          ownership,
          parts: [{ type: 'text', text: 'Tomorrow.' }],
          handoff:
            move === 'bot answers'
              ? null
              : { type: 'offer', reason: 'topic', summary: null, confidence: null, searchedKnowledge: true },
        },
      };
  }
}

async function wholeLog(store: Store, conversationId: string, log: 'shared' | 'desk'): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  for (;;) {
    const page = await readEventsAfter(store.db, conversationId, log, events.length);
    if (page.length === 0) return events;
    events.push(...page);
  }
}

const headOf = (events: readonly LogEvent[]) => {
  const { seq, id } = events.at(-1) ?? { seq: 0, id: '' };
  return { seq, id };
};
