import { agree, watchOwners } from '../agreement.js';
import { quantile } from '../load.js';
import type { AgentPerson } from '../people.js';
import {
  allShow,
  askForHuman,
  atOnce,
  handoffAt,
  openRooms,
  peopleOf,
  playRounds,
  type Room,
  shows,
  takeRefusals,
} from '../rooms.js';
import type { Scenario } from '../scenario.js';

/**
 * On a machine that is at rest. A busy one is judged by what the winners wait: they need one answer of the store, and
 * the losers two (the commit, and whether the claim is a repeat), so twice that is the machine's part.
 */
const toldWithinMs = 1_000;

/** Two to fifty agents claim what one visitor asks for; one gets it, and the others hear who. */
export const claims: Scenario = {
  id: 'R1',
  title: 'many agents claim one conversation',
  places: ['sqlite', 'postgres'],
  async run(trial) {
    const most = trial.place.cookies.length;
    const rooms = await openRooms(trial, {
      agents: most,
      rooms: 20,
      // Everybody hears of everybody's receipts, so that a room costs the square of its size: few are big.
      agentsIn: (share) => Math.round(2 * (most / 2) ** share),
      handoff: { undoWindowMs: 0 },
    });
    const people = peopleOf(rooms);
    watchOwners(trial, people);
    const toldMs: number[] = [];
    const wonMs: number[] = [];
    let contenders = 0;
    let rounds = 0;

    await playRounds(trial, rooms, async (room) => {
      const { conversationId, visitor, random } = room;
      const { handoffId } = await askForHuman(room);
      const claiming = someOf(room);
      const outcomes: { agent: AgentPerson; ms: number; hasIt: boolean; owner: string | undefined }[] = [];
      await atOnce(
        random,
        claiming.map((agent) => async () => {
          const from = performance.now();
          agent.client.claim(conversationId, handoffId);
          await shows(agent, 'its claim is answered', () => isAnswered(agent, conversationId));
          const ms = performance.now() - from;
          const [refused] = takeRefusals(agent, conversationId);
          if (refused && refused.code !== 'taken')
            trial.check(`a claim is refused as taken, not as ${refused.code}`, false);
          outcomes.push({ agent, ms, hasIt: !refused, owner: refused?.owner });
        }),
      );
      const winners = outcomes.filter(({ hasIt }) => hasIt);
      const [winner] = winners;
      trial.check(`one of ${claiming.length} wins, not ${winners.length}`, winners.length === 1);
      if (!winner) return;
      for (const { hasIt, owner, ms } of outcomes) {
        (hasIt ? wonMs : toldMs).push(ms);
        if (!hasIt) trial.check('a refusal names the winner', owner === winner.agent.id);
      }
      await allShow(room, 'active');
      for (const person of [visitor, ...room.agents])
        trial.check(
          `${person.id} sees ${winner.agent.id} as the owner`,
          handoffAt(person, conversationId)?.agent?.id === winner.agent.id,
        );
      trial.ledger.say(winner.agent, conversationId);
      trial.ledger.say(visitor, conversationId);
      winner.agent.client.resolve(conversationId);
      await allShow(room, 'resolved');
      contenders += claiming.length;
      rounds += 1;
    });
    await trial.close();

    const logs = await agree(trial, people);
    const claimed = [...logs.values()].flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'handoff-claimed' ? [event.body.handoffId] : [])),
    );
    trial.check('each handoff has one claim event', new Set(claimed).size === claimed.length);
    trial.check(`${rounds} handoffs were claimed, not ${claimed.length}`, claimed.length === rounds);
    trial.measure('rounds', rounds, { unit: '' });
    trial.measure('claims', contenders, { unit: '' });
    const machine = Math.max(...wonMs);
    trial.measure('slowest claim taken', machine);
    trial.measure('refused p50', quantile(toldMs, 0.5));
    trial.measure('slowest refused', Math.max(...toldMs), { atMost: toldWithinMs + 2 * machine });
  },
};

/** At least two of the room's agents, in any order. */
function someOf({ agents, random }: Room): AgentPerson[] {
  const left = [...agents];
  const count = 2 + random.below(left.length - 1);
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat();
}

const isAnswered = (agent: AgentPerson, conversationId: string): boolean => {
  const shown = agent.shown(conversationId);
  return shown?.outbox.every((item) => item.status === 'failed') ?? false;
};
