import { randomUUID } from 'node:crypto';
import { textOf } from '@batonchat/protocol';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Committed, Outcome } from './hub.js';
import { readEventsAfter } from './store/conversations.js';
import type { Store } from './store/open-store.js';
import { countStatements } from './testing/count-statements.js';
import { failingStore } from './testing/failing-store.js';
import { ada, type OpenHub, openHub } from './testing/open-hub.js';
import { agentCommands } from './testing/people.js';
import { onEachStore, type Place } from './testing/places.js';

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

  const log = (conversationId: string) => readEventsAfter(store.db, conversationId, 'shared', 0);
  const texts = async (conversationId: string) =>
    (await log(conversationId)).flatMap((event) =>
      event.type === 'message-added' ? [textOf(event.body.message)] : [],
    );

  describe('a group', () => {
    test('is one append, however many commands and conversations it holds', async () => {
      const counted = countStatements(store);
      const { hub } = openHub(counted.store);
      const begun = await Promise.all(Array.from({ length: 10 }, () => opened.begin()));
      await Promise.all(begun.map(({ conversationId }) => hub.record(conversationId)));
      counted.statements.length = 0;
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, n) => {
          const each = begun[n % begun.length];
          if (!each) throw new Error('Nobody is here.');
          return hub.submit('main', each.conversationId, each.visitor.say(`message ${n}`));
        }),
      );
      expect(outcomes.every((outcome) => 'events' in outcome)).toBe(true);
      expect(counted.statements).toEqual(['append of 50 events and 50 outbox rows to 10 conversations']);
    });

    test('is no longer than that others are heard between it and the next', async () => {
      const { conversationId, visitor } = await opened.begin();
      const commands = Array.from({ length: 1_500 }, (_, n) => visitor.say(`message ${n}`));
      let turns = 0;
      let isOver = false;
      const turn = () => {
        turns += 1;
        if (!isOver) setImmediate(turn);
      };
      setImmediate(turn);
      const heard: number[] = [];
      await Promise.all(
        commands.map((each) =>
          opened.hub.submit('main', conversationId, each).then(() => void heard.push(turns)),
        ),
      );
      isOver = true;
      expect(new Set(heard).size).toBeGreaterThanOrEqual(3);
    });

    test('of one command takes the same path', async () => {
      const counted = countStatements(store);
      const { hub } = openHub(counted.store);
      const { conversationId, visitor } = await opened.begin();
      await hub.record(conversationId);
      counted.statements.length = 0;
      await hub.submit('main', conversationId, visitor.say('Hello'));
      expect(counted.statements).toEqual(['append of 1 events and 1 outbox rows to 1 conversations']);
    });

    test('without work to leave behind writes no outbox', async () => {
      const { conversationId, visitor, handoffId } = await opened.beginPending();
      await opened.hub.submit('main', conversationId, ada.claim(handoffId));
      const counted = countStatements(store);
      const { hub } = openHub(counted.store);
      await hub.record(conversationId);
      counted.statements.length = 0;
      await hub.submit('main', conversationId, visitor.say('to Ada'));
      expect(counted.statements).toEqual(['append of 1 events and 0 outbox rows to 1 conversations']);
    });

    test('keeps the order of each conversation, with a seq that has no hole', async () => {
      const begun = await Promise.all(Array.from({ length: 5 }, () => opened.begin()));
      const rounds = Array.from({ length: 60 }, (_, n) => n);
      await Promise.all(
        rounds.flatMap((n) =>
          begun.map(({ conversationId, visitor }) =>
            opened.hub.submit('main', conversationId, visitor.say(String(n))),
          ),
        ),
      );
      for (const { conversationId } of begun) {
        expect(await texts(conversationId)).toEqual(rounds.map(String));
        const events = await log(conversationId);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      }
    });

    test('loses only the command that the store refuses', async () => {
      await poison(store);
      const begun = await Promise.all(Array.from({ length: 4 }, () => opened.begin()));
      const said = ['first', 'poison', 'last'];
      const outcomes = await Promise.all(
        begun.flatMap(({ conversationId, visitor }, index) =>
          (index === 2 ? said : ['first', 'middle', 'last']).map((text) =>
            opened.hub.submit('main', conversationId, visitor.say(text)),
          ),
        ),
      );
      expect(outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : 'stored'))).toEqual(
        outcomes.map((_, index) => (index === 7 ? 'unavailable' : 'stored')),
      );
      expect(await texts(begun[2]?.conversationId ?? '')).toEqual(['first', 'last']);
      expect(await texts(begun[3]?.conversationId ?? '')).toEqual(['first', 'middle', 'last']);
      expect(opened.log.lines.at(-1)).toMatchObject({ text: 'A command could not be stored.' });
    });
  });

  test('refusals of a group are looked up in one statement, so that many wait no longer than one', async () => {
    const counted = countStatements(store);
    const { hub } = openHub(counted.store);
    const begun = await Promise.all(Array.from({ length: 10 }, () => opened.beginPending()));
    await Promise.all(begun.map(({ conversationId }) => hub.record(conversationId)));
    counted.statements.length = 0;
    const outcomes = await Promise.all(
      begun.map(({ conversationId, visitor }) => hub.submit('main', conversationId, visitor.request())),
    );
    expect(outcomes).toEqual(
      outcomes.map(() => ({ refusal: expect.objectContaining({ code: 'already-requested' }) })),
    );
    expect(counted.statements).toEqual(['SelectQueryNode']);
  });

  describe('a repeat', () => {
    test('returns the events that are stored, whatever it says now', async () => {
      const { conversationId, visitor } = await opened.begin();
      const id = randomUUID();
      const first = await opened.hub.submit('main', conversationId, visitor.say('first', id));
      const again = await opened.hub.submit('main', conversationId, visitor.say('other', id));
      expect(again).toMatchObject({ isRepeat: true });
      expect(eventsOf(again)).toEqual(eventsOf(first));
      expect(await texts(conversationId)).toEqual(['first']);
    });

    test('at the same time is stored once', async () => {
      const { conversationId, visitor } = await opened.begin();
      const id = randomUUID();
      const outcomes = await Promise.all(
        ['a', 'b', 'c'].map((text) => opened.hub.submit('main', conversationId, visitor.say(text, id))),
      );
      expect(outcomes.map((outcome) => 'events' in outcome && outcome.isRepeat)).toEqual([false, true, true]);
      expect(new Set(outcomes.map((outcome) => JSON.stringify(eventsOf(outcome)))).size).toBe(1);
      expect(await texts(conversationId)).toEqual(['a']);
    });

    test('after a restart is still a repeat, and is decided no second time', async () => {
      const { conversationId, visitor, handoffId } = await opened.beginPending();
      const [said, claimed] = [visitor.say('before'), ada.claim(handoffId)];
      const first = [
        await opened.hub.submit('main', conversationId, said),
        await opened.hub.submit('main', conversationId, claimed),
      ];
      const { hub } = openHub(store);
      const again = [
        await hub.submit('main', conversationId, said),
        await hub.submit('main', conversationId, claimed),
      ];
      expect(again.map(eventsOf)).toEqual(first.map(eventsOf));
      expect(again).toMatchObject([{ isRepeat: true }, { isRepeat: true }]);
    });

    test('is published once more, since the first time may have reached nobody', async () => {
      const { conversationId, visitor } = await opened.begin();
      const said = visitor.say('hello');
      await opened.hub.submit('main', conversationId, said);
      const published: Committed[] = [];
      const stop = opened.hub.onCommit((committed) => published.push(committed));
      await opened.hub.submit('main', conversationId, said);
      stop();
      expect(published).toMatchObject([{ isRepeat: true, outbox: [], events: [{ causedBy: said.id }] }]);
    });

    test('of a refused command is decided anew', async () => {
      const { conversationId, visitor } = await opened.begin();
      const claim = ada.claim('no-such-handoff');
      expect(await opened.hub.submit('main', conversationId, claim)).toMatchObject({
        refusal: { code: 'handoff-over' },
      });
      await opened.hub.submit('main', conversationId, visitor.request('no-such-handoff'));
      expect(eventsOf(await opened.hub.submit('main', conversationId, claim))).toMatchObject([
        { type: 'handoff-claimed' },
      ]);
    });

    test('of an id that another conversation has used is another command', async () => {
      const [one, other] = [await opened.begin(), await opened.begin()];
      const id = randomUUID();
      await opened.hub.submit('main', one.conversationId, one.visitor.say('one', id));
      await opened.hub.submit('main', other.conversationId, other.visitor.say('other', id));
      expect(await texts(other.conversationId)).toEqual(['other']);
    });
  });

  test('of fifty claims at once one wins, and the others are told who has it', async () => {
    const { conversationId, handoffId } = await opened.beginPending();
    const agents = Array.from({ length: 50 }, (_, n) => agentCommands(`Agent${n}`));
    const outcomes = await Promise.all(
      agents.map((agent) => opened.hub.submit('main', conversationId, agent.claim(handoffId))),
    );
    const winners = outcomes.flatMap((outcome, n) => ('events' in outcome ? [agents[n]?.actor.name] : []));
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes)
      if ('refusal' in outcome)
        expect(outcome.refusal).toMatchObject({ code: 'taken', owner: { name: winners[0] } });
    const claims = (await log(conversationId)).filter(({ type }) => type === 'handoff-claimed');
    expect(claims).toHaveLength(1);
  });

  test('a cancel and a claim at once never leave an owner on a handoff that is over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { conversationId, handoffId, visitor } = await opened.beginPending();
      const race = [
        () => opened.hub.submit('main', conversationId, visitor.end()),
        () => opened.hub.submit('main', conversationId, ada.claim(handoffId)),
      ];
      await Promise.all((round % 2 ? race : race.reverse()).map((submit) => submit()));
      const state = (await opened.hub.record(conversationId))?.state;
      expect(state).toMatchObject({ owner: { kind: 'bot' }, handoff: { status: 'resolved' } });
      expect(['cancelled', 'ended-by-visitor']).toContain(state?.handoff?.endReason);
    }
  });

  test('a conversation of another site is as good as none', async () => {
    const { conversationId, visitor } = await opened.begin();
    const elsewhere = await opened.hub.submit('other-site', conversationId, visitor.say('hello'));
    const nowhere = await opened.hub.submit('main', randomUUID(), visitor.say('hello'));
    expect(elsewhere).toEqual(nowhere);
    expect(nowhere).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('while the store is away commands are refused as unavailable, and afterwards they are taken', async () => {
    const { conversationId, visitor } = await opened.begin();
    const failing = failingStore(store);
    const { hub, log: lines } = openHub(failing.store);
    const said = Array.from({ length: 30 }, (_, n) => visitor.say(`message ${n}`));
    const sayAll = () => Promise.all(said.map((each) => hub.submit('main', conversationId, each)));
    failing.fail(true);
    for (const outcome of await sayAll()) expect(outcome).toMatchObject({ refusal: { code: 'unavailable' } });
    expect(lines.lines.length, 'one line for the whole group').toBe(1);
    failing.fail(false);
    for (const outcome of await sayAll()) expect(outcome).toMatchObject({ isRepeat: false });
    expect(await texts(conversationId)).toEqual(said.map((_, n) => `message ${n}`));
  });

  test('another process that has appended meanwhile is noticed, and both have their place', async () => {
    const { conversationId, visitor } = await opened.begin();
    const other = openHub(store);
    await other.hub.record(conversationId);
    await opened.hub.submit('main', conversationId, visitor.say('one'));
    await other.hub.submit('main', conversationId, visitor.say('two'));
    await opened.hub.submit('main', conversationId, visitor.say('three'));
    expect(await texts(conversationId)).toEqual(['one', 'two', 'three']);
  });

  test('a listener that throws keeps nobody else from hearing', async () => {
    const { conversationId, visitor } = await opened.begin();
    let heard = 0;
    const undo = [
      opened.hub.onCommit(() => {
        throw new Error('broken');
      }),
      opened.hub.onCommit(() => {
        heard += 1;
      }),
    ];
    expect(eventsOf(await opened.hub.submit('main', conversationId, visitor.say('hello')))).toHaveLength(1);
    for (const stop of undo) stop();
    expect(heard).toBe(1);
  });

  test('a closed hub has committed what it took, and takes nothing more', async () => {
    const { conversationId, visitor } = await opened.begin();
    const { hub } = openHub(store);
    const taken = hub.submit('main', conversationId, visitor.say('just in time'));
    await hub.close();
    expect(await texts(conversationId)).toEqual(['just in time']);
    expect(eventsOf(await taken)).toHaveLength(1);
    expect(await hub.submit('main', conversationId, visitor.say('too late'))).toMatchObject({
      refusal: { code: 'unavailable' },
    });
  });
});

const eventsOf = (outcome: Outcome) => ('events' in outcome ? outcome.events : []);

/** From here on the store refuses events that hold the word. */
async function poison({ db, dialect }: Store): Promise<void> {
  if (dialect === 'sqlite')
    await sql`create trigger poison before insert on event when new.body like '%poison%'
      begin select raise(abort, 'poison'); end`.execute(db);
  else {
    await sql`create function refuse_poison() returns trigger language plpgsql as
      $$ begin if new.body like '%poison%' then raise exception 'poison'; end if; return new; end $$`.execute(
      db,
    );
    await sql`create trigger poison before insert on event
      for each row execute function refuse_poison()`.execute(db);
  }
}
