import { handOver, openPairs, type Pair } from '../load.js';
import type { Person } from '../people.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

/** More than a snapshot holds, so that it has nothing of what was held before. */
const saidMeanwhile = 60;

/**
 * Between two connects the store becomes an older backup, and then an empty one. Everybody has something unsent. One
 * visitor comes back only when much was said in the history that took the place; one conversation is younger than
 * the backup.
 */
export const historyReplaced: Scenario = {
  id: 'D9',
  title: 'an older backup is restored, and the store is wiped, between two connects',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { ledger, place } = trial;
    const relay = await trial.startRelay();
    const lateProxy = await trial.proxyTo(relay);
    const early = await openPair(trial, relay.url, relay.url);
    const late = await openPair(trial, lateProxy.url, relay.url);
    await exchange(trial, [early, late]);
    await relay.stop();
    await place.backUp();
    const backedUpAt = performance.now();
    await relay.start();
    const young = await openPair(trial, relay.url, relay.url);
    await exchange(trial, [early, late, young]);

    await relay.kill();
    lateProxy.refuse(true);
    const killedAt = performance.now();
    const unsent = sayUnsent(trial, [early, late, young]);
    ledger.forget(({ sentAt }) => sentAt > backedUpAt && sentAt < killedAt);
    ledger.forget(({ conversationId }) => conversationId === young.conversationId);
    await place.restore();
    await relay.start();
    for (let number = 0; number < saidMeanwhile; number += 1) ledger.say(late.agent, late.conversationId);
    await until('Much is said in the new history', 20_000, () => !isSending(late.agent, late.conversationId));
    lateProxy.refuse(false);
    const tellsOf = (pair: Pair, name: string) => [
      { name: `the ${name} visitor`, isTold: () => pair.visitor.client.store.getState().isHistoryReplaced },
      { name: `the ${name} agent`, isTold: () => isToldAgent(pair) },
    ];
    const all = [...tellsOf(early, 'early'), ...tellsOf(late, 'late'), ...tellsOf(young, 'young')];
    await allAreTold(trial, 'of the backup', all);
    await trial.close();
    await arriveOnce(trial, unsent);
    trial.check('nothing is shown of a conversation that is gone', isGoneAt(young));
    await sameInAnotherTab(trial, young, relay.url);

    for (const { visitor, agent, conversationId } of [early, late, young]) {
      visitor.client.dismissHistoryReplaced();
      agent.client.dismissHistoryReplaced(conversationId);
    }
    await relay.kill();
    const unsentAgain = sayUnsent(trial, [early, late]);
    ledger.forget(() => true);
    await place.wipe();
    await relay.start();
    await allAreTold(trial, 'of the wiping', [...tellsOf(early, 'early'), ...tellsOf(late, 'late')]);
    await ledger.settle();
    await arriveOnce(trial, unsentAgain);
    for (const pair of [early, late])
      trial.check('nothing is shown of a conversation that was wiped', isGoneAt(pair));
    await sameInAnotherTab(trial, early, relay.url);
    const conversationId = await handOver(early.visitor, early.agent);
    await exchange(trial, [{ ...early, conversationId }]);
    await trial.close();
  },
};

async function openPair(trial: Trial, visitor: string, agent: string): Promise<Pair> {
  const [pair] = await openPairs(trial, { visitor, agent }, 1);
  if (!pair) throw new Error('There is no pair.');
  return pair;
}

/** Both sides say something, and all of it arrives. */
async function exchange(trial: Trial, pairs: readonly Pair[]): Promise<void> {
  for (const { visitor, agent, conversationId } of pairs)
    for (let number = 0; number < 3; number += 1) {
      trial.ledger.say(visitor, conversationId);
      trial.ledger.say(agent, conversationId);
    }
  await trial.ledger.settle();
}

/** Both sides of each pair say something while there is no relay. Returns what the visitors say. */
function sayUnsent(trial: Trial, pairs: readonly Pair[]): string[] {
  return pairs.flatMap(({ visitor, agent, conversationId }) => {
    trial.ledger.say(agent, conversationId);
    return trial.ledger.say(visitor, conversationId) ?? [];
  });
}

const isSending = (person: Person, conversationId: string): boolean =>
  person.shown(conversationId)?.outbox.some((item) => item.status === 'sending') ?? false;

const isToldAgent = ({ agent, conversationId }: Pair): boolean =>
  agent.client.store.getState().conversations[conversationId]?.isHistoryReplaced ?? false;

/** The agent sees no history there, and has the reply that could not be sent. */
function isGoneAt({ agent, conversationId }: Pair): boolean {
  const shown = agent.shown(conversationId);
  return shown?.conversation === null && shown.outbox.some((item) => item.status === 'failed');
}

async function allAreTold(
  trial: Trial,
  what: string,
  people: readonly { name: string; isTold(): boolean }[],
): Promise<void> {
  const deaf = () => people.filter(({ isTold }) => !isTold());
  await until('Everybody is told', 10_000, () => deaf().length === 0).catch(() => {});
  for (const { name } of deaf()) trial.check(`${name} is told ${what}`, false);
}

/** Each is in the log of the new history once. */
async function arriveOnce(trial: Trial, messageIds: readonly string[]): Promise<void> {
  const stored = (await trial.place.events()).filter(({ type }) => type === 'message-added');
  for (const id of messageIds)
    trial.check(
      `what ${id} says, which was unsent, is in the new history once`,
      stored.filter(({ causedBy }) => causedBy === id).length === 1,
    );
}

/** A page that is opened now is the same visitor's, in the same conversation. */
async function sameInAnotherTab(trial: Trial, { visitor }: Pair, url: string): Promise<void> {
  const tab = trial.visitor(url, { storage: visitor.storage });
  await until('Another tab has a conversation', 10_000, () => tab.conversationId() !== null);
  trial.check(
    'all tabs of a visitor show one conversation',
    tab.conversationId() === visitor.conversationId(),
  );
  trial.ledger.unwatch(tab);
  tab.leave();
}
