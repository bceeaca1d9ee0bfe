import { closeCodes } from '@batonchat/protocol';
import { openFlood } from '../flood.js';
import { meanwhile, openPairs, quantile, talk } from '../load.js';
import { rawAgent } from '../raw-socket.js';
import type { RelayProcess } from '../relay-process.js';
import type { Scenario } from '../scenario.js';
import { until } from '../wait.js';

const floods = 10;
/** Two megabytes a second; the short trial is half of it in fewer messages: on a machine that is full, the others wait for no peer. */
const loads = {
  short: { perSecond: 250, characters: 4_000 },
  long: { perSecond: 2_000, characters: 1_000 },
};
const calmPerSecond = 60;
const phaseMs = 2_500;
const maxGrowth = 32;
const megabyte = 1024 * 1024;
/** One and a half times a p99 that lies below this is the machine's noise. */
const leastLimitMs = 150;

/**
 * An agent who follows ten conversations with two megabytes a second stops reading: once behind a
 * path that takes nothing, once at their own socket. The relay sends them away before it keeps more than 32 MB more
 * than it did for the same load with everybody reading; the others hardly feel it; who comes back has everything.
 */
export const slowConsumer: Scenario = {
  id: 'D16',
  title: 'who reads too slowly is sent away, and nobody else feels it',
  places: ['sqlite'],
  async run(trial) {
    const { random, scale, ledger, place } = trial;
    const relay = await trial.startRelay();
    const proxy = await trial.proxyTo(relay);
    const urls = { visitor: relay.url, agent: relay.url };
    const calm = await openPairs(trial, urls, scale.isLong ? 49 : 6);
    const calmIds = new Set(calm.map(({ conversationId }) => conversationId));
    const { perSecond, characters } = scale.isLong ? loads.long : loads.short;
    const flood = await openFlood(relay.url, { ledger, count: floods, characters });
    trial.defer(() => flood.close());

    const slow = trial.agent(proxy.url, calm.length);
    const bare = await rawAgent(relay.url, place.cookies[calm.length % place.cookies.length] ?? '');
    trial.defer(() => bare.socket.terminate());
    let code: number | null = null;
    bare.socket.once('close', (given) => {
      code = given;
    });
    for (const conversationId of flood.conversationIds) {
      slow.client.openConversation(conversationId);
      bare.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    }
    await until('The slow agent follows all', 10_000, () =>
      flood.conversationIds.every((id) => slow.shown(id)?.conversation),
    );

    const p99 = (from: number, to: number) =>
      quantile(
        ledger
          .said()
          .filter((said) => calmIds.has(said.conversationId) && said.sentAt >= from && said.sentAt < to)
          .map((said) => (said.deliveredAt ?? Number.POSITIVE_INFINITY) - said.sentAt),
        0.99,
      );
    const phase = async (forMs: number) => {
      const from = performance.now();
      let peak = 0;
      const load = Promise.all([
        flood.run(perSecond, forMs),
        talk(trial, calm, { perSecond: calmPerSecond, forMs }),
      ]);
      await meanwhile(load, { everyMs: 50, random: random.fork('memory') }, async () => {
        peak = Math.max(peak, await relay.residentBytes());
      });
      const to = performance.now();
      const [said] = await load;
      await until('The calm ones have heard each other', 20_000, () => Number.isFinite(p99(from, to)));
      return { peak, p99: p99(from, to), perSecond: (said / (to - from)) * 1000 };
    };

    const slowPhases = scale.isLong ? 6 : 2;
    const control = await phase(phaseMs);
    await ledger.settle();
    for (const link of proxy.links()) link.stall(true);
    bare.socket.pause();
    const cutOff = () => bufferedOf(relay).length;
    const phases = [];
    // A busy machine may need longer to fill what the system takes before it reaches the relay.
    while (phases.length < slowPhases || (cutOff() < 2 && phases.length < 6 * slowPhases)) {
      // It still speaks, so that it is not taken for dead.
      bare.send({ type: 'ping' });
      phases.push(await phase(phaseMs));
    }
    trial.check(`both who do not read are sent away, not ${cutOff()}`, cutOff() >= 2);
    const buffered = Math.max(0, ...bufferedOf(relay));

    bare.socket.resume();
    for (const link of proxy.links()) link.stall(false);
    await until('Who did not read hears that it is over', 10_000, () => code !== null);
    await until('The slow one has caught up', 20_000, () =>
      ledger.said().every(({ deliveredAt }) => deliveredAt !== null),
    );
    await ledger.settle();
    const during = {
      peak: Math.max(...phases.map(({ peak }) => peak)),
      p99: quantile(
        phases.map((each) => each.p99),
        0.5,
      ),
      perSecond: quantile(
        phases.map((each) => each.perSecond),
        0.5,
      ),
    };
    trial.measure('to the slow one', (during.perSecond * characters) / 1_000, { unit: 'KB/s' });
    trial.measure('of its bytes were kept', buffered / megabyte, { unit: 'MB' });
    trial.measure('memory more than with all reading', (during.peak - control.peak) / megabyte, {
      atMost: maxGrowth,
      unit: 'MB',
    });
    trial.measure('p99 of the others with all reading', control.p99);
    trial.measure('with the slow one', during.p99, { atMost: Math.max(1.5 * control.p99, leastLimitMs) });
    trial.measure('close code', code ?? 0, { unit: '' });
    // One that does not read within five seconds of it is cut without a word.
    trial.check(`who reads again is told why: ${code}`, code === closeCodes.slow || code === 1006);
  },
};

/** What waited for each peer when it was sent away. */
const bufferedOf = (relay: RelayProcess): number[] =>
  [...relay.output().matchAll(/is sent away\. bufferedBytes=(\d+)/g)].map(([, bytes]) => Number(bytes));
