import type { Entry } from '@batonchat/protocol';
import { agree, botIsDone, watchOwners } from '../agreement.js';
import { allShow, atOnce, openRooms, peopleOf, playRounds, shows } from '../rooms.js';
import type { Scenario } from '../scenario.js';
import { pause } from '../wait.js';

const words = 20;
const wordMs = 8;
/** How long the bot speaks, and so how long one that is not fenced could still finish. */
const answerMs = words * wordMs;

/** An agent claims while the bot is writing: whatever it had not said by then is never said. */
export const fencedBot: Scenario = {
  id: 'R4',
  title: 'an agent claims while the bot answers; words at the moment of a resolve',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { ledger } = trial;
    const rooms = await openRooms(trial, {
      agents: 4,
      agentsIn: () => 2,
      bot: 'slow',
      botWordMs: wordMs,
      handoff: { undoWindowMs: 20 },
    });
    const people = peopleOf(rooms);
    watchOwners(trial, people);
    const drafts = new Set<string>();
    const questions = new Set<string>();
    const farewells = new Set<string>();
    for (const person of people)
      trial.defer(
        person.onChange(() => {
          for (const conversationId of person.conversationIds())
            for (const { messageId } of person.shown(conversationId)?.drafts ?? [])
              drafts.add(`${person.id} ${messageId}`);
        }),
      );

    await playRounds(trial, rooms, async (room) => {
      const { conversationId, visitor, random, agents } = room;
      const agent = random.pick(agents);
      const from = performance.now();
      const questionId = ledger.say(visitor, conversationId, 'and then '.repeat(words / 2)) ?? '';
      questions.add(questionId);
      if (random.below(4) > 0)
        await shows(agent, 'the bot answers', () => {
          const { conversation, drafts } = agent.shown(conversationId) ?? {};
          return drafts?.length !== 0 || hasAnswer(conversation?.entries ?? [], questionId);
        });
      await pause(random.between(0, 2 * answerMs));
      agent.client.claim(conversationId, null);
      await allShow(room, 'active');
      const tookMs = performance.now() - from;
      ledger.say(agent, conversationId);
      ledger.say(visitor, conversationId);
      await pause(answerMs);
      await atOnce(
        random,
        [
          () => {
            farewells.add(ledger.say(agent, conversationId, 'goodbye') ?? '');
            agent.client.resolve(conversationId);
          },
          () => ledger.say(visitor, conversationId, 'one more thing'),
        ],
        tookMs,
      );
      await allShow(room, 'resolved');
    });
    await Promise.all(
      rooms.map(async ({ visitor, conversationId }) => {
        const askedId = ledger.say(visitor, conversationId, 'are you there');
        await shows(visitor, 'the bot has the word again', () =>
          hasAnswer(visitor.shown(conversationId)?.conversation?.entries ?? [], askedId),
        );
      }),
    );
    await botIsDone(trial);
    await ledger.settle();
    const logs = await agree(trial, people);
    await trial.close();

    let cut = 0;
    let whole = 0;
    for (const { events } of logs.values()) {
      let open: 'asked' | 'answered' | null = null;
      let hasFarewell = false;
      for (const { type, body } of events) {
        if (type === 'message-added') {
          if (questions.has(body.message.id)) open = 'asked';
          else if (body.message.author.kind === 'bot' && open) open = 'answered';
          hasFarewell ||= farewells.has(body.message.id);
        }
        if (type === 'handoff-claimed') {
          if (open === 'answered') whole += 1;
          else cut += 1;
          open = null;
          hasFarewell = false;
        }
        if (type === 'handoff-resolved')
          trial.check('what the agent said before the resolve stands before it', hasFarewell);
      }
    }
    trial.measure('answers cut by a claim', cut, { unit: '' });
    trial.measure('answered before it', whole, { unit: '' });
    trial.measure('drafts shown', drafts.size, { unit: '' });
    trial.check('claims meet answers that are under way, and these are shown', cut > 0 && drafts.size > 0);
  },
};

/** The bot has said something since. */
function hasAnswer(entries: readonly Entry[], askedId: string | null): boolean {
  const asked = entries.findLastIndex((entry) => entry.id === askedId);
  return (
    asked >= 0 &&
    entries.some(
      (entry, index) => index > asked && entry.kind === 'message' && entry.message.author.kind === 'bot',
    )
  );
}
