import { connected, isSent, openParty, type PageParty, spareOne } from '../browser/page-party.js';
import { openSite } from '../browser/visitor-browser.js';
import type { Direction, Link } from '../fault-proxy.js';
import { meanwhile } from '../load.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause, until } from '../wait.js';

const heartbeatMs = 1_000;
const noticedWithinMs = 1.5 * heartbeatMs + 5_000;
/** A relay that is away for seconds is asked again after three at most, and a dial takes its time. */
const backWithinMs = 3_500;
const awayMs = 1_500;
const waitMs = 30_000;

/** Which way a half-open socket is deaf. */
const deafness: readonly (readonly Direction[])[] = [['up'], ['down'], ['up', 'down']];

/**
 * Pages are cut at random, refused, set offline, and left with a socket that is open and deaf, each its own way. While
 * it lasts, what is typed is shown as sending and the page says so; then it is back, and all is sent once.
 */
export const pageCutOff: Scenario = {
  id: 'PAGE-CUT',
  title: 'a page in Chromium is cut, refused, offline, half-open',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const { scale } = trial;
    const site = await openSite(trial, { heartbeatMs });
    const [cut, offline, ...deaf] = await Promise.all(
      ['cut', 'offline', ...deafness.map((ways) => `deaf ${ways}`)].map((name) =>
        openParty(trial, site, name),
      ),
    );
    if (!cut || !offline) throw new Error('Nobody came.');
    const spared = await spareOne(trial, site);

    const back: number[] = [];
    const backFromDeaf: number[] = [];
    const noticed: number[] = [];
    const often = async (run: () => Promise<void>) => {
      for (let round = 0; round < (scale.isLong ? scale.kills : 1); round += 1) await run();
    };
    const network =
      ({ proxy }: PageParty, fault: (link: Link) => void) =>
      (isAway: boolean) => {
        proxy.refuse(isAway);
        if (isAway) proxy.links().forEach(fault);
      };
    await Promise.all([
      cutOften(trial, cut).then(() =>
        often(async () => {
          const times = await away(
            trial,
            cut,
            network(cut, (link) => link.cut({ reset: true })),
          );
          back.push(times.back);
        }),
      ),
      often(async () => {
        const { context } = offline.visitor;
        back.push((await away(trial, offline, (isAway) => context.setOffline(isAway))).back);
      }),
      ...deaf.map((party, index) =>
        often(async () => {
          const ways = deafness[index] ?? [];
          const times = await away(
            trial,
            party,
            network(party, (link) => link.swallow(ways)),
          );
          noticed.push(times.noticed);
          backFromDeaf.push(times.back);
        }),
      ),
    ]);
    const machine = await spared.end();
    await trial.close();

    trial.measure('half-open noticed', Math.max(...noticed), { atMost: noticedWithinMs + machine });
    trial.measure('back', Math.max(...back), { atMost: backWithinMs + machine });
    trial.measure('back from half-open', Math.max(...backFromDeaf));
    trial.measure('of the page that is spared', machine);
  },
};

/** Both talk while a random link is cut now and then. */
async function cutOften({ scale, ledger }: Trial, party: PageParty): Promise<void> {
  const { visitor, tab, agent, conversationId, proxy, random } = party;
  const endAt = performance.now() + scale.loadMs / 3;
  const talk = async () => {
    while (performance.now() < endAt) {
      await visitor.say(tab, `cut: ${random.next()}`);
      ledger.say(agent, conversationId);
      await pause(random.between(20, 100));
    }
  };
  await meanwhile(talk(), { everyMs: 300, random: random.fork('cuts') }, () => proxy.cutOne(random));
}

/** The network goes and comes back: how long it took until the page said so, and until it was as before. */
async function away(
  trial: Trial,
  party: PageParty,
  network: (isAway: boolean) => unknown,
): Promise<{ noticed: number; back: number }> {
  const { tab, agent, conversationId } = party;
  await connected(tab);
  const from = performance.now();
  await network(true);
  const ids = await speakInTheDark(trial, party);
  const noticed = performance.now() - from;
  trial.ledger.say(agent, conversationId);
  await pause(awayMs);
  inTheDark(trial, party, ids);
  await network(false);
  return { noticed, back: await untilBack(party, ids) };
}

/** Types, and waits until the page says that it is cut off. */
async function speakInTheDark(trial: Trial, party: PageParty): Promise<string[]> {
  const { visitor, tab, random, name } = party;
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1)
    ids.push((await visitor.say(tab, `${name}: ${random.next()}`)).id);
  await until(`The page says that it is ${name}`, waitMs, () => (tab.screen()?.notices.length ?? 0) > 0);
  inTheDark(trial, party, ids);
  return ids;
}

/** While nothing can come back, nothing is shown as sent, and the notice stands. */
function inTheDark(trial: Trial, { tab, name }: PageParty, ids: readonly string[]): void {
  const { notices = [], rows = [] } = tab.screen() ?? {};
  trial.check(`the notice stands at the page that is ${name}`, notices.length > 0);
  const shown = rows.filter(({ messageId }) => messageId !== null && ids.includes(messageId));
  trial.check(
    `what is typed is shown as sending at the page that is ${name}`,
    shown.length === ids.length && shown.every(({ delivery }) => delivery === 'sending'),
  );
}

/** How long it takes from now until the notice is gone and all is shown as sent. */
async function untilBack({ tab, name }: PageParty, ids: readonly string[]): Promise<number> {
  const from = performance.now();
  await until(
    `The page that was ${name} is back`,
    waitMs,
    () => tab.isConnected() && ids.every((id) => isSent(tab, id)),
  );
  return performance.now() - from;
}
