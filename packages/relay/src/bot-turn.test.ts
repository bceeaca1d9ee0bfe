import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BotOutput, BotTurn } from './bot.js';
import { readEventsAfter } from './store/conversations.js';
import type { Store } from './store/open-store.js';
import { closedGate } from './testing/gate.js';
import { type OpenBot, type OpenBotOptions, openBot } from './testing/open-bot.js';
import { ada } from './testing/open-hub.js';
import { onEachStore, type Place } from './testing/places.js';

onEachStore((makePlace) => {
  let place: Place;
  let store: Store;
  const opened: OpenBot[] = [];
  beforeAll(async () => {
    place = await makePlace();
    store = await place.open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await store.db.deleteFrom('outbox').execute();
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  function setUp(options: OpenBotOptions = {}): OpenBot {
    const each = openBot(store, options);
    opened.push(each);
    return each;
  }

  const untilDone = () =>
    expect
      .poll(() => store.db.selectFrom('outbox').select('seq').where('deadAt', 'is', null).execute())
      .toEqual([]);

  const deadLetters = () =>
    store.db.selectFrom('outbox').select('lastError').where('deadAt', 'is not', null).execute();

  test('a message is answered, by a bot that knows what was said before', async () => {
    const { begin, hub, bot, transcript } = setUp();
    const { conversationId, visitor } = await begin();
    await hub.submit('main', conversationId, visitor.say('one'));
    await untilDone();
    await hub.submit('main', conversationId, visitor.say('two'));
    await untilDone();
    expect(await transcript(conversationId)).toEqual([
      'visitor: one',
      'bot: You said: one',
      'visitor: two',
      'bot: You said: two',
    ]);
    expect(bot.turns).toEqual([
      { type: 'started' },
      { type: 'message', text: 'one' },
      { type: 'message', text: 'two' },
    ]);
    expect(bot.contexts.at(-1)?.history).toEqual([
      { author: 'visitor', text: 'one' },
      { author: 'bot', text: 'You said: one' },
    ]);
  });

  test('messages that arrive during a turn are answered together by the next', async () => {
    const { begin, hub, bot, transcript } = setUp();
    const gate = closedGate();
    bot.answer = async function* (turn) {
      if (turn.type !== 'message') return;
      if (turn.text === 'first') await gate.wait();
      yield { type: 'message', text: `Answer to: ${turn.text}` };
    };
    const { conversationId, visitor } = await begin();
    await hub.submit('main', conversationId, visitor.say('first'));
    await expect.poll(() => bot.turns.at(-1)).toEqual({ type: 'message', text: 'first' });
    for (const text of ['a', 'b', 'c']) await hub.submit('main', conversationId, visitor.say(text));
    gate.open();
    await untilDone();
    expect((await transcript(conversationId)).filter((line) => line.startsWith('bot'))).toEqual([
      'bot: Answer to: first',
      'bot: Answer to: a\n\nb\n\nc',
    ]);
  });

  describe('a turn that fails', () => {
    test('four times ends in an apology and the offer of a human', async () => {
      const { begin, hub, bot, transcript } = setUp();
      bot.answer = () => {
        throw new Error('The model is down.');
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('hello?'));
      await expect
        .poll(() => transcript(conversationId))
        .toEqual(['visitor: hello?', expect.stringContaining('Would you like to talk to a human?')]);
      expect((await hub.record(conversationId))?.state.handoff?.status).toBe('offered');
      await untilDone();
      expect(bot.turns.filter(({ type }) => type === 'message')).toHaveLength(4);
      await expect.poll(deadLetters).toContainEqual({ lastError: 'The model is down.' });
    });

    test('to greet or to take note of an ended handoff is no reason to apologise', async () => {
      const { begin, bot, transcript } = setUp();
      bot.answer = () => {
        throw new Error('No greeting.');
      };
      const { conversationId } = await begin();
      await expect.poll(() => deadLetters()).toHaveLength(1);
      expect(await transcript(conversationId)).toEqual([]);
    });

    test('after it has said something says it only once, and streams again under a higher attempt', async () => {
      const { begin, hub, bot, transcript, signalsOf } = setUp();
      let tries = 0;
      bot.answer = function* (turn): Iterable<BotOutput> {
        if (turn.type !== 'message') return;
        tries += 1;
        yield { type: 'message', text: 'Let me see.' };
        yield { type: 'delta', text: 'It is' };
        if (tries === 1) throw new Error('Cut off.');
        yield { type: 'message', text: 'It is here.' };
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('where?'));
      await untilDone();
      expect(await transcript(conversationId)).toEqual([
        'visitor: where?',
        'bot: Let me see.',
        'bot: It is here.',
      ]);
      const deltas = signalsOf(conversationId).filter((signal) => signal.type === 'message-delta');
      expect(deltas).toMatchObject([
        { attempt: 1, offset: 0, text: 'It is' },
        { attempt: 2, offset: 0, text: 'It is' },
      ]);
      expect(deltas[0]).toMatchObject({ messageId: (deltas[1] as { messageId: string }).messageId });
    });

    test('because it takes for ever counts as one, though the bot does not notice', async () => {
      const { begin, hub, bot, transcript } = setUp({ turnLimitMs: 20 });
      bot.answer = async function* () {
        await new Promise(() => {});
        yield { type: 'message', text: 'never' };
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('hello?'));
      await expect.poll(async () => (await transcript(conversationId)).at(-1)).toMatch(/^bot: Sorry/);
    });

    test('because it would hand over for want of an answer without a search is told of', async () => {
      const { begin, hub, bot, transcript } = setUp();
      bot.answer = function* (turn): Iterable<BotOutput> {
        if (turn.type !== 'message') return;
        yield { type: 'message', text: 'I do not know.' };
        yield { type: 'offer', reason: 'low-confidence' };
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('why?'));
      await expect.poll(async () => (await transcript(conversationId)).at(-1)).toMatch(/^bot: Sorry/);
      await expect.poll(deadLetters).toContainEqual({
        lastError: 'A handoff for want of an answer needs a search first.',
      });
    });

    test('because its process died runs again elsewhere, and doubles nothing', async () => {
      const dying = setUp({ leaseMs: 100 });
      dying.bot.answer = async function* (turn) {
        if (turn.type !== 'message') return;
        yield { type: 'message', text: 'One.' };
        yield { type: 'delta', text: 'Tw' };
        await new Promise(() => {});
      };
      const { conversationId, visitor } = await dying.begin();
      await dying.hub.submit('main', conversationId, visitor.say('count'));
      await expect.poll(() => dying.transcript(conversationId)).toEqual(['visitor: count', 'bot: One.']);
      // As a kill leaves it: leased by nobody who lives.
      const later = setUp({ leaseMs: 100 });
      later.bot.answer = function* (turn): Iterable<BotOutput> {
        if (turn.type !== 'message') return;
        yield { type: 'message', text: 'One.' };
        yield { type: 'message', text: 'Two.' };
      };
      await store.db.updateTable('outbox').set({ leasedBy: 'dead', leasedUntil: store.now() }).execute();
      await expect
        .poll(() => later.transcript(conversationId))
        .toEqual(['visitor: count', 'bot: One.', 'bot: Two.']);
      expect(later.bot.turns).toContainEqual({ type: 'message', text: 'count' });
    });
  });

  describe('when somebody else gets the word', () => {
    test('an answer under way is neither stored nor shown from then on', async () => {
      const { begin, hub, bot, wire, transcript } = setUp();
      const gate = closedGate();
      let aborted = false;
      bot.answer = async function* (turn, { signal }) {
        if (turn.type !== 'message') return;
        yield { type: 'delta', text: 'I would ' };
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        await gate.wait();
        yield { type: 'delta', text: 'say' };
        yield { type: 'message', text: 'I would say' };
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('what?'));
      await expect.poll(() => JSON.stringify(wire)).toContain('I would ');
      await hub.submit('main', conversationId, ada.claim(null));
      expect(aborted).toBe(true);
      const claimedAt = wire.findIndex((item) => 'event' in item && item.event === 'handoff-claimed');
      gate.open();
      await untilDone();
      expect(wire.slice(claimedAt + 1)).toEqual([]);
      expect(
        wire
          .slice(0, claimedAt)
          .filter((item) => 'signal' in item)
          .at(-1),
      ).toMatchObject({
        signal: { type: 'typing', isTyping: false },
      });
      expect(await transcript(conversationId)).toEqual(['visitor: what?']);
    });

    test('a bot that hangs holds up nothing: after the human it answers again', async () => {
      const { begin, hub, bot, transcript } = setUp({ settings: { undoWindowMs: 0 } });
      bot.answer = async function* (turn) {
        if (turn.type !== 'message') return;
        if (turn.text === 'hang') await new Promise(() => {});
        yield { type: 'message', text: 'Here I am.' };
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('hang'));
      await expect.poll(() => bot.turns).toContainEqual({ type: 'message', text: 'hang' });
      await hub.submit('main', conversationId, ada.claim(null));
      await hub.submit('main', conversationId, ada.resolve());
      await hub.submit('main', conversationId, visitor.say('and now?'));
      await expect.poll(async () => (await transcript(conversationId)).at(-1)).toBe('bot: Here I am.');
    });

    test('a turn that has not begun is dropped', async () => {
      const { begin, hub, bot } = setUp();
      const { conversationId, visitor } = await begin();
      await untilDone();
      const outcomes = await Promise.all([
        hub.submit('main', conversationId, visitor.say('hello')),
        hub.submit('main', conversationId, ada.claim(null)),
      ]);
      expect(outcomes.every((outcome) => 'events' in outcome)).toBe(true);
      await untilDone();
      expect(bot.turns).toEqual([{ type: 'started' }]);
    });
  });

  describe('what a turn says', () => {
    test('commits its last words and the handoff together, and nothing after them', async () => {
      const { begin, hub, bot, transcript } = setUp();
      bot.answer = function* (turn): Iterable<BotOutput> {
        if (turn.type !== 'message') return;
        yield { type: 'message', text: 'I will get somebody.' };
        yield { type: 'handoff', reason: 'topic', summary: 'A refund.' };
        yield { type: 'message', text: 'Not this.' };
      };
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('refund'));
      await untilDone();
      expect(await transcript(conversationId)).toEqual(['visitor: refund', 'bot: I will get somebody.']);
      const record = await hub.record(conversationId);
      expect(record).toMatchObject({
        state: { handoff: { status: 'pending' } },
        desk: { reason: 'topic', summary: 'A refund.' },
      });
      const [said, requested] = (await readEventsAfter(store.db, conversationId, 'shared', 0)).slice(-2);
      expect([said?.type, requested?.type]).toEqual(['message-added', 'handoff-requested']);
      expect(said?.causedBy).toBe(requested?.causedBy);
    });

    test('is made fit for the log: cut to its limit, without NUL and half characters', async () => {
      const { begin, hub, bot, transcript } = setUp();
      const said = ['a\0b', 'x\uD800y', 'z'.repeat(5000), '  \n'];
      bot.answer = (turn) => (turn.type === 'message' ? said.map((text) => ({ type: 'message', text })) : []);
      const { conversationId, visitor } = await begin();
      await hub.submit('main', conversationId, visitor.say('speak'));
      await untilDone();
      expect((await transcript(conversationId)).slice(1)).toEqual([
        'bot: ab',
        'bot: x\uFFFDy',
        `bot: ${'z'.repeat(3999)}…`,
      ]);
    });
  });

  describe('after a human has resolved', () => {
    const begun = async (undoWindowMs: number) => {
      const set = setUp({ settings: { undoWindowMs } });
      const { conversationId, visitor } = await set.begin();
      await set.hub.submit('main', conversationId, ada.claim(null));
      await untilDone();
      set.bot.turns.length = 0;
      await set.hub.submit('main', conversationId, ada.resolve());
      return { ...set, conversationId, visitor };
    };

    test('the bot answers when it can no longer be undone, and knows first that a human spoke', async () => {
      const undoWindowMs = 150;
      const { hub, bot, transcript, conversationId, visitor } = await begun(undoWindowMs);
      const { resolvedAt } = (await hub.record(conversationId))?.state.handoff ?? {};
      await hub.submit('main', conversationId, visitor.say('one more thing'));
      await untilDone();
      expect(bot.turns).toEqual([
        { type: 'handoff-ended', endReason: 'resolved-by-agent', summary: expect.any(String) },
        { type: 'message', text: 'one more thing' },
      ] satisfies BotTurn[]);
      expect((await transcript(conversationId)).at(-1)).toBe('bot: You said: one more thing');
      const [answer] = (await readEventsAfter(store.db, conversationId, 'shared', 0)).slice(-1);
      expect(answer?.at).toBeGreaterThanOrEqual((resolvedAt ?? 0) + undoWindowMs);
    });

    test('the visitor sees the bot typing meanwhile', async () => {
      const { hub, conversationId, visitor, wire, signalsOf } = await begun(100);
      wire.length = 0;
      await hub.submit('main', conversationId, visitor.say('are you there?'));
      expect(signalsOf(conversationId)).toEqual([{ type: 'typing', isTyping: true }]);
      await untilDone();
      expect(signalsOf(conversationId).at(-1)).toEqual({ type: 'typing', isTyping: false });
    });

    test('what was said before the resolve is the agent’s, what was said after it is the bot’s', async () => {
      const { begin, hub, transcript } = setUp({ settings: { undoWindowMs: 0 } });
      for (let round = 0; round < 6; round += 1) {
        const { conversationId, visitor } = await begin();
        await hub.submit('main', conversationId, ada.claim(null));
        const race = [
          () => hub.submit('main', conversationId, visitor.say('wait!')),
          () => hub.submit('main', conversationId, ada.resolve()),
        ];
        await Promise.all((round % 2 ? race : race.toReversed()).map((submit) => submit()));
        await untilDone();
        const events = await readEventsAfter(store.db, conversationId, 'shared', 0);
        const seqOf = (type: string) => events.find((event) => event.type === type)?.seq ?? 0;
        const isAfter = seqOf('message-added') > seqOf('handoff-resolved');
        expect(await transcript(conversationId)).toEqual([
          'visitor: wait!',
          ...(isAfter ? ['bot: You said: wait!'] : []),
        ]);
      }
    });

    test('an undo takes the word from the bot, which says and shows nothing of it', async () => {
      const { hub, bot, conversationId, visitor, transcript, signalsOf } = await begun(200);
      await hub.submit('main', conversationId, visitor.say('are you there?'));
      await hub.submit('main', conversationId, ada.resume());
      expect(signalsOf(conversationId).at(-1)).toEqual({ type: 'typing', isTyping: false });
      await untilDone();
      expect(bot.turns).toEqual([]);
      expect(await transcript(conversationId)).toEqual(['visitor: are you there?']);
    });
  });
});
