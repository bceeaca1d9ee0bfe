import { textOf } from '@batonchat/protocol';
import { agree, botIsDone, watchOwners } from '../agreement.js';
import type { Person } from '../people.js';
import { allShow, askForHuman, atOnce, openRooms, peopleOf, playUntilBoth, shows } from '../rooms.js';
import type { Scenario } from '../scenario.js';

/** The visitor says something at the moment at which the agent resolves: somebody must have seen it. */
export const resolveAndMessage: Scenario = {
  id: 'R6',
  title: 'the agent resolves while the visitor writes',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const rooms = await openRooms(trial, {
      agents: 4,
      agentsIn: () => 2,
      bot: 'echo',
      handoff: { undoWindowMs: 30 },
    });
    const people = peopleOf(rooms);
    watchOwners(trial, people);
    let number = 0;

    await playUntilBoth(trial, rooms, ['seen by the agent', 'answered by the bot'], async (room) => {
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
        return null;
      }
      if (message.seq < over.seq) {
        trial.check(
          'the agent is shown a message that came before the resolve',
          entries(agent).some((entry) => entry.id === messageId),
        );
        return 'seen by the agent';
      }
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
      return 'answered by the bot';
    });
    await botIsDone(trial);
    await trial.ledger.settle();
    await agree(trial, people);
    await trial.close();
  },
};
