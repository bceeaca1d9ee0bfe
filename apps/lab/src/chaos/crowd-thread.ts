/**
 * Many agents in a thread of their own, so that what they have to do does not delay whoever is measured. They reach
 * the relay through a path that is open, or cut, as they are told.
 */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { CrowdAnswer, CrowdOptions, CrowdOrder } from './crowd.js';
import { openFaultProxy } from './fault-proxy.js';
import { openLedger } from './ledger.js';
import { agentAt } from './people.js';
import { until } from './wait.js';

// On Linux that is this thread alone. A crowd has machines of its own: it takes what the measured ones leave.
setPriority(constants.priority.PRIORITY_LOW);

const { port, cookies, conversationIds, count } = workerData as CrowdOptions;
const ledger = openLedger();
const path = await openFaultProxy(port);
const members = Array.from({ length: count }, (_, number) => ({
  agent: agentAt(path.url, cookies[number % cookies.length] ?? ''),
  conversationId: conversationIds[number % conversationIds.length] ?? '',
}));
const withinMs = 60_000;

async function obey(order: CrowdOrder): Promise<Omit<CrowdAnswer, 'error'>> {
  switch (order.type) {
    case 'follow':
      for (const { agent, conversationId } of members) {
        agent.client.connect();
        agent.client.openConversation(conversationId);
        ledger.watch(agent);
      }
      await until('The crowd follows', withinMs, () =>
        members.every(({ agent, conversationId }) => agent.shown(conversationId)?.conversation),
      );
      return {};
    case 'cut':
      path.refuse(true);
      for (const link of path.links()) link.cut({ reset: true });
      return {};
    case 'return':
      path.refuse(false);
      for (const { agent } of members) agent.client.reconnect();
      await until('The crowd has caught up', withinMs, () =>
        members.every(
          ({ agent, conversationId }) =>
            (agent.shown(conversationId)?.conversation?.position.seq ?? 0) >= order.head,
        ),
      );
      return {};
    case 'count':
      return { count: await ledger.count(order.stored) };
    case 'leave':
      for (const { agent } of members) agent.leave();
      await path.close();
      parentPort?.unref();
      return {};
  }
}

parentPort?.on('message', (order: CrowdOrder) => {
  obey(order).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage({ error: String(error) } satisfies CrowdAnswer),
  );
});
