import type { FaultProxy } from '../fault-proxy.js';
import { handOver } from '../load.js';
import type { AgentPerson } from '../people.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

/** A whole exchange is fewer chunks than this in each direction. */
const chunks = 30;
const atOnce = 20;
const fates = (['up', 'down'] as const).flatMap((direction) =>
  (['cut-before', 'cut-after'] as const).flatMap((fate) =>
    Array.from({ length: chunks }, (_, at) => ({ direction, fate, at })),
  ),
);

/** The connection ends at the n-th chunk, before or after it, for each n of a whole exchange from hello to goodbye. */
export const cutAtFrames: Scenario = {
  id: 'D1F',
  title: 'the socket is cut at every frame',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const { random, scale } = trial;
    const relay = await trial.startRelay();
    const agent = trial.agent(relay.url, 0);
    await until('The agent is connected', 10_000, () => agent.isConnected());

    const chosen = scale.isLong ? [...fates] : fates.filter(() => random.below(2) === 0);
    let cuts = 0;
    while (chosen.length > 0)
      await Promise.all(
        chosen.splice(0, atOnce).map(async (fate) => {
          const proxy = await trial.proxyTo(relay);
          cutOnce(proxy, fate, () => {
            cuts += 1;
          });
          await exchange(trial, proxy.url, agent);
        }),
      );
    await trial.close();
    trial.measure('cuts', cuts, { unit: '' });
    trial.check('most of the exchanges were cut', cuts > 20);
  },
};

function cutOnce(
  proxy: FaultProxy,
  { direction, fate, at }: (typeof fates)[number],
  onCut: () => void,
): void {
  let seen = 0;
  proxy.onLink((link) =>
    link.onChunk((way) => {
      if (way !== direction || seen > at) return 'pass';
      seen += 1;
      if (seen <= at) return 'pass';
      onCut();
      return fate;
    }),
  );
}

async function exchange(trial: Trial, url: string, agent: AgentPerson): Promise<void> {
  const { ledger } = trial;
  const visitor = trial.visitor(url);
  await until('The conversation is there', 10_000, () => visitor.conversationId() !== null);
  const conversationId = visitor.conversationId() ?? '';
  ledger.say(visitor, conversationId);
  ledger.say(visitor, conversationId);
  await handOver(visitor, agent);
  for (const person of [agent, visitor, agent, visitor]) {
    ledger.say(person, conversationId);
    ledger.say(person, conversationId);
    await until('It is said', 10_000, () => person.shown(conversationId)?.outbox.length === 0);
  }
}
