import { until } from '../wait.js';
import type { Tab } from './tab.js';

/** Which of these tabs leads: the one that holds the lock of all. Rejects when none does. */
export async function leaderOf(tabs: readonly Tab[]): Promise<Tab> {
  let leader: Tab | undefined;
  await until('One of the tabs leads', 10_000, async () => {
    const leads = await Promise.all(tabs.map((tab) => tab.frame().evaluate(holdsTheLead)));
    leader = tabs.find((_, index) => leads[index]);
    return leader !== undefined;
  });
  if (!leader) throw new Error('None of the tabs leads.');
  return leader;
}

/** Runs in the page. A page learns which client of the browser it is by taking a lock of its own. */
function holdsTheLead(): Promise<boolean> {
  const own = `who-${crypto.randomUUID()}`;
  return navigator.locks.request(own, async () => {
    const { held = [] } = await navigator.locks.query();
    const me = held.find(({ name }) => name === own)?.clientId;
    return held.some(({ name, clientId }) => name?.startsWith('baton-tabs') && clientId === me);
  });
}
