import type { AgentPerson, Person, VisitorPerson } from './people.js';
import type { Trial } from './scenario.js';
import { pause, until } from './wait.js';

/** A visitor and the agent who has claimed the conversation. */
export interface Pair {
  conversationId: string;
  visitor: VisitorPerson;
  agent: AgentPerson;
}

/** Conversations with an active handoff, each with its own visitor; agents are shared out in turn. */
export async function openPairs(
  trial: Trial,
  urls: { visitor: string; agent: string },
  count: number,
  agents = count,
): Promise<Pair[]> {
  const desks = Array.from({ length: agents }, (_, number) => trial.agent(urls.agent, number));
  const visitors = Array.from({ length: count }, () => trial.visitor(urls.visitor));
  await until('Everybody is connected', 20_000, () =>
    [...desks, ...visitors].every((person) => person.isConnected()),
  );
  return Promise.all(
    visitors.map(async (visitor, index) => {
      const agent = desks[index % desks.length];
      if (!agent) throw new Error('There is no agent.');
      return { visitor, agent, conversationId: await handOver(visitor, agent) };
    }),
  );
}

/** The visitor asks for a human and this agent takes it. Resolves when both see so. */
export async function handOver(visitor: VisitorPerson, agent: AgentPerson): Promise<string> {
  await until('The conversation is there', 10_000, () => visitor.conversationId() !== null);
  const conversationId = visitor.conversationId() ?? '';
  visitor.client.requestHandoff();
  agent.client.openConversation(conversationId);
  await until(
    'The handoff is pending at the agent',
    10_000,
    () => statusAt(agent, conversationId) === 'pending',
  );
  agent.client.claim(conversationId);
  await until(
    'The handoff is active on both sides',
    10_000,
    () => statusAt(agent, conversationId) === 'active' && statusAt(visitor, conversationId) === 'active',
  );
  return conversationId;
}

/** The handoff's status as this person sees it. */
export const statusAt = (person: Person, conversationId: string): string | null =>
  person.shown(conversationId)?.conversation?.state.handoff?.status ?? null;

/** Both sides talk at this rate, over all pairs, for as long. */
export async function talk(
  trial: Trial,
  pairs: readonly Pair[],
  { perSecond, forMs }: { perSecond: number; forMs: number },
): Promise<void> {
  const random = trial.random.fork('talk');
  const startedAt = performance.now();
  let said = 0;
  for (;;) {
    const passedMs = performance.now() - startedAt;
    if (passedMs >= forMs) return;
    for (; said < (passedMs / 1000) * perSecond; said += 1) {
      const { visitor, agent, conversationId } = random.pick(pairs);
      trial.ledger.say(random.below(2) === 0 ? visitor : agent, conversationId);
    }
    await pause(5);
  }
}

/** Does something at random moments, about this often, until the other is over. Never longer. */
export async function meanwhile(
  work: Promise<unknown>,
  { everyMs, random }: { everyMs: number; random: Trial['random'] },
  act: () => unknown,
): Promise<void> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  over.catch(() => {});
  while (!isOver) {
    await pause(everyMs * random.between(0.5, 1.5));
    if (!isOver) await act();
  }
  await over;
}

/** The value below which this share of them lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
