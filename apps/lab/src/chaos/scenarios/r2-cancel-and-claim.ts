import { agree, watchOwners } from '../agreement.js';
import {
  allShow,
  askForHuman,
  atOnce,
  handoffAt,
  openRooms,
  peopleOf,
  playUntilBoth,
  takeRefusals,
} from '../rooms.js';
import type { Scenario } from '../scenario.js';

/** The visitor stops waiting at the moment at which an agent claims. */
export const cancelAndClaim: Scenario = {
  id: 'R2',
  title: 'the visitor cancels while an agent claims',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const rooms = await openRooms(trial, { agents: 4, agentsIn: () => 2, handoff: { undoWindowMs: 0 } });
    const people = peopleOf(rooms);
    watchOwners(trial, people);
    const refusals = new Map<string, string[]>();

    await playUntilBoth(trial, rooms, ['cancelled', 'claimed then ended'], async (room) => {
      const { conversationId, visitor, random, agents } = room;
      const { handoffId, tookMs } = await askForHuman(room);
      const agent = random.pick(agents);
      await atOnce(
        random,
        [() => visitor.client.endHandoff(), () => agent.client.claim(conversationId, handoffId)],
        tookMs,
      );
      await allShow(room, 'resolved');
      trial.ledger.say(visitor, conversationId);
      refusals.set(
        handoffId,
        takeRefusals(agent, conversationId).map(({ code }) => code ?? ''),
      );
      return handoffAt(visitor, conversationId)?.endReason === 'cancelled'
        ? 'cancelled'
        : 'claimed then ended';
    });
    await trial.close();

    const logs = await agree(trial, people);
    let over = 0;
    for (const { events } of logs.values())
      for (const { type, body } of events) {
        if (type !== 'handoff-resolved') continue;
        const { handoffId, endReason } = body;
        const wasClaimed = events.some(
          (event) => event.type === 'handoff-claimed' && event.body.handoffId === handoffId,
        );
        const refused = refusals.get(handoffId)?.join() ?? 'nothing known';
        const isAllowed =
          endReason === 'cancelled'
            ? !wasClaimed && refused === 'handoff-over'
            : endReason === 'ended-by-visitor' && wasClaimed && refused === '';
        trial.check(
          `cancelled unclaimed, or claimed then ended; not ${endReason}, ${wasClaimed ? '' : 'un'}claimed, refused: ${refused}`,
          isAllowed,
        );
        over += 1;
      }
    trial.check(`all ${refusals.size} handoffs are over, not ${over}`, over === refusals.size);
  },
};
