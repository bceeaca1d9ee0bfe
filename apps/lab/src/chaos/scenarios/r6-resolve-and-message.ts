import { textOf } from '@batonchat/protocol';
import { agree, botIsDone, watchOwners } from '../agreement.js';
import type { Person } from '../people.js';
import { allShow, askForHuman, atOnce, openRooms, peopleOf, playRounds, shows } from '../rooms.js';
import type { Scenario } from '../scenario.js';

/** The visitor says something at the moment at which the agent resolves: somebody must have seen it. */
export const resolveAndMessage: Scenario = {
  id: 'R6',
  title: 'the agent resolves while the visitor writes',
  places: ['sqlite', 'postgres'],
  async run(trial) {
    const rooms = await openRooms(trial, {
      agents: 4,
      agentsIn: () => 2,
      bot: 'echo',
      handoff: { undoWindowMs: 30 },
    });
    const people = peopleOf(rooms);
    watchOwners(trial, people);
    const seen = { agent: 0, bot: 0 };
    let number = 0;

    await playRounds(trial, rooms, async (room) => {
      const { conversationId, visitor, random, agents } = room;
      const agent = random.pick(agents);
      const { handoffId, tookMs } = await askForHuman(room);
      agent.client.claim(conversationId, handoffId);
      await allShow(room, 'active');
      number += 1;
      const text = `by the way ${number}.`;
      let messageId: string | null = null;
      await atOnce(
        random,
        [
          () => agent.client.resolve(conversationId),
          () => {
            messageId = trial.ledger.say(visitor, conversationId, text);
          },
        ],
        tookMs,
      );
      await allShow(room, 'resolved');
      const entries = (person: Person) => person.shown(conversationId)?.conversation?.entries ?? [];
      const message = entries(visitor).find((entry) => entry.id === messageId);
      const over = entries(visitor).find(
        ({ kind, ...entry }) =>
          'notice' in entry &&
          entry.notice.type === 'handoff-resolved' &&
          entry.notice.body.handoffId === handoffId,
      );
      if (!message || !over) {
        trial.check('a message that was sent stands in the log, and so does the end', false);
        return;
      }
      if (message.seq < over.seq) {
        seen.agent += 1;
        trial.check(
          'the agent is shown a message that came before the resolve',
          entries(agent).some((entry) => entry.id === messageId),
        );
        return;
      }
      seen.bot += 1;
      const isAnswered = (person: Person) =>
        entries(person).some(
          (entry) =>
            entry.kind === 'message' &&
            entry.seq > message.seq &&
            entry.message.author.kind === 'bot' &&
            textOf(entry.message).includes(text),
        );
      await Promise.all(
        [visitor, agent].map((person) =>
          shows(person, `the bot answers "${text}", said after the resolve`, () => isAnswered(person)),
        ),
      );
    });
    await botIsDone(trial);
    await trial.close();

    await agree(trial, people);
    trial.measure('seen by the agent', seen.agent, { unit: '' });
    trial.measure('answered by the bot', seen.bot, { unit: '' });
    trial.check('the race has both outcomes', seen.agent > 0 && seen.bot > 0);
  },
};
