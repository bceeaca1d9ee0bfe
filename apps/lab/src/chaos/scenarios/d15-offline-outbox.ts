import type { FaultProxy } from '../fault-proxy.js';
import { openDisk } from '../kept-storage.js';
import { handOver } from '../load.js';
import type { VisitorPerson } from '../people.js';
import type { RelaySettings } from '../relay-settings.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

const dayMs = 24 * 60 * 60_000;
const saidByEach = [50, 50, 50, 40];
const saidLast = 10;
const sentWithinMs = 5_000;
/** The widest text that the composer takes, of characters of three bytes. */
const wideText = '€'.repeat(4_000);
const maxBytes = 2_000_000;
const maxItems = 500;

/**
 * A visitor says 200 messages without a connection, over three reloads; the tab crashes in the middle of sending; the
 * next one loses its connection too, and 24 hours pass by the relay's clock, so that its token has expired. The
 * device slept: its wall clock jumps, its monotonic clock has stood still. Then the network is back.
 */
export const offlineOutbox: Scenario = {
  id: 'D15',
  title: 'what is said offline goes out a day later, once and in order',
  places: ['sqlite'],
  async run(trial) {
    const { random, ledger } = trial;
    const settings: RelaySettings = {};
    const relay = await trial.startRelay(settings);
    const proxy = await trial.proxyTo(relay);
    const disk = openDisk();
    let asleepMs = 0;
    const now = () => Date.now() + asleepMs;
    let storage = disk.tab();
    let visitor = trial.visitor(proxy.url, { storage, now });
    const agent = trial.agent(relay.url, 0);
    const conversationId = await handOver(visitor, agent);

    const say = (count: number) => {
      for (let number = 0; number < count; number += 1) ledger.say(visitor, conversationId);
    };
    const nextTab = () => {
      ledger.unwatch(visitor);
      visitor.leave();
      storage = disk.tab();
      visitor = trial.visitor(proxy.url, { storage, now, as: visitor });
    };
    const acked = () => ledger.said().filter(({ ackedAt }) => ackedAt !== null).length;
    const sendSome = async (count: number) => {
      const enough = acked() + Math.floor(count);
      goOnline(proxy, visitor);
      await until(`${enough} are sent`, 10_000, () => acked() >= enough);
    };

    await goOffline(proxy, visitor);
    let kept = 0;
    for (const count of saidByEach) {
      if (kept > 0) nextTab();
      // Before what the last tab left is read.
      say(count);
      kept += count;
      const { store } = visitor.client;
      await until('All that was said is shown, and on disk', 5_000, () =>
        [store.getState().outbox.length, disk.size()].every((size) => size === kept),
      );
    }

    await sendSome(5 + random.below(55));
    storage.crash();
    await goOffline(proxy, visitor);
    nextTab();
    await sendSome(5 + random.below(55));
    await goOffline(proxy, visitor);
    say(saidLast);
    const unsent = kept + saidLast - acked();

    await relay.stop();
    settings.clockAheadMs = dayMs;
    asleepMs = dayMs;
    await relay.start();
    await until('The agent is back', 20_000, () => agent.isConnected());
    const onlineAt = performance.now();
    goOnline(proxy, visitor);
    await until('Everything is sent', 30_000, () => acked() === kept + saidLast);
    await ledger.settle();
    trial.measure('of which after a day', unsent, { unit: '' });
    trial.measure('sent within', performance.now() - onlineAt, { atMost: sentWithinMs });
    trial.check('the disk holds nothing any more', disk.size() === 0);

    const full = { trial, proxy, visitor, conversationId };
    await fill(full, wideText, Math.floor(maxBytes / Buffer.byteLength(wideText)));
    if (trial.scale.isLong) await fill(full, 'short', maxItems);
  },
};

/** Offline again, the visitor says this text until it is refused, which must not be long before `room` is used up; then all of it goes out. */
async function fill(
  {
    trial,
    proxy,
    visitor,
    conversationId,
  }: { trial: Trial; proxy: FaultProxy; visitor: VisitorPerson; conversationId: string },
  text: string,
  room: number,
): Promise<void> {
  await goOffline(proxy, visitor);
  let taken = 0;
  while (taken <= room && trial.ledger.say(visitor, conversationId, text) !== null) taken += 1;
  const refused = visitor.client.sendMessage(text);
  trial.check(
    `what is too much is refused as that: ${JSON.stringify(refused)}`,
    'refusal' in refused && refused.refusal === 'outbox-full',
  );
  trial.measure('kept before it was full', taken, { atMost: room, unit: 'messages' });
  trial.check(`there is room for ${room} messages, not for ${taken}`, taken >= room * 0.95);
  goOnline(proxy, visitor);
  await trial.ledger.settle(60_000);
}

async function goOffline(proxy: FaultProxy, visitor: VisitorPerson): Promise<void> {
  proxy.refuse(true);
  for (const link of proxy.links()) link.cut({ reset: true });
  await until('The visitor is offline', 5_000, () => !visitor.isConnected());
}

/** The network is back, and the browser tells the page so. */
function goOnline(proxy: FaultProxy, visitor: VisitorPerson): void {
  proxy.refuse(false);
  visitor.client.reconnect();
}
