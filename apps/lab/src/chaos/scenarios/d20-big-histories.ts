import { openCrowd } from '../crowd.js';
import { meanwhile, openPairs, quantile, talk } from '../load.js';
import { writeMissed } from '../missed.js';
import { processorTimeOf, stretchBetween } from '../processor-time.js';
import { rawAgent } from '../raw-socket.js';
import type { RelayProcess } from '../relay-process.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

const clients = 50;
const bigConversations = 5;
const missed = { short: 2_000, long: 10_000 };
const calmPairs = 4;
const calmPerSecond = 60;
const controlMs = 2_000;
const pageSize = 200;
const maxGrowthMb = 64;
const megabyte = 1024 * 1024;
/** The p99 of a few hundred messages is a handful of them: below this it is a pause of the machine. */
const leastLimitMs = 150;

/**
 * Fifty clients come back at once, each to a conversation in which thousands of messages were said while they were
 * away. They get them by pages; meanwhile others talk and hardly feel it, and the relay's memory stays as it is.
 */
export const bigHistories: Scenario = {
  id: 'D20',
  title: 'fifty come back to long histories at once',
  places: ['sqlite'],
  async run(trial) {
    const { ledger, place, scale } = trial;
    const relay = await trial.startRelay();
    const urls = { visitor: relay.url, agent: relay.url };
    const big = Array.from({ length: bigConversations }, () => trial.visitor(relay.url));
    const calm = await openPairs(trial, urls, calmPairs);
    await until('Each has a conversation', 20_000, () => big.every((each) => each.conversationId() !== null));
    const conversationIds = big.map((each) => each.conversationId() ?? '');
    for (const [index, visitor] of big.entries()) ledger.say(visitor, conversationIds[index] ?? '');
    await ledger.settle();
    // Their own views are not what is measured here.
    for (const visitor of big) {
      ledger.unwatch(visitor);
      visitor.leave();
    }

    const crowd = openCrowd({ port: relay.port, cookies: place.cookies, conversationIds, count: clients });
    trial.defer(() => crowd.leave());
    await crowd.follow();
    const before = await place.rows(
      `select "conversationId", seq, id from event where type = 'message-added' and log = 'shared'`,
    );
    await crowd.cut();
    await relay.stop();
    const heads = writeMissed(place, conversationIds, scale.isLong ? missed.long : missed.short);
    await relay.start();
    await until('The others are back', 20_000, () =>
      calm.every(({ visitor, agent }) => visitor.isConnected() && agent.isConnected()),
    );
    await checkPages(trial, relay.url, before, heads);

    const control = await whileTalking(trial, calm, relay, talk(trial, calm, rate(controlMs)));
    const from = performance.now();
    const returned = crowd.return(Math.min(...heads.values()));
    const during = await whileTalking(trial, calm, relay, talkUntil(trial, calm, returned));
    trial.measure('all have caught up after', performance.now() - from);
    // The crowd is on this machine too, and takes processors from those who are measured.
    const shared = Math.max(1, during.stretch / control.stretch);
    trial.measure('p99 of the others before', control.p99);
    trial.measure('each waits more for a processor by a factor of', shared, { unit: '' });
    trial.measure('p99 meanwhile', during.p99, { atMost: Math.max(2 * control.p99, leastLimitMs) * shared });
    trial.measure('memory more than before', (during.peak - control.peak) / megabyte, {
      atMost: maxGrowthMb,
      unit: 'MB',
    });
    const { dupVisible, order, gaps, lost, problems } = await crowd.count(
      (await place.events()).filter((event) => heads.has(event.conversationId)),
    );
    trial.measure('lost, doubled or out of order at those who came back', lost + dupVisible + order + gaps, {
      atMost: 0,
      unit: '',
    });
    if (problems.length > 0) trial.check(problems.join('; '), false);
  },
};

const rate = (forMs: number) => ({ perSecond: calmPerSecond, forMs });

type Pairs = Awaited<ReturnType<typeof openPairs>>;

/** The others talk on, a bit at a time, until that is over. */
async function talkUntil(trial: Trial, calm: Pairs, over: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = over.finally(() => {
    isOver = true;
  });
  end.catch(() => {});
  while (!isOver) await talk(trial, calm, rate(200));
  await end;
}

/** How long what is said takes to come, and the most memory that the relay has, as long as this lasts. */
async function whileTalking(
  { ledger, random }: Trial,
  calm: Pairs,
  relay: RelayProcess,
  talking: Promise<unknown>,
): Promise<{ p99: number; peak: number; stretch: number }> {
  const from = performance.now();
  const pids = [process.pid, relay.pid() ?? 0];
  const before = await Promise.all(pids.map(processorTimeOf));
  let peak = 0;
  await meanwhile(talking, { everyMs: 20, random: random.fork('memory') }, async () => {
    peak = Math.max(peak, await relay.residentBytes());
  });
  const after = await Promise.all(pids.map(processorTimeOf));
  const none = { ranMs: 0, waitedMs: 0 };
  const stretch = Math.max(
    ...pids.map((_, index) => stretchBetween(before[index] ?? none, after[index] ?? none)),
  );
  const ids = new Set(calm.map(({ conversationId }) => conversationId));
  const said = ledger.said().filter((each) => ids.has(each.conversationId) && each.sentAt >= from);
  await until('The others have heard each other', 20_000, () =>
    said.every(({ deliveredAt }) => deliveredAt !== null),
  );
  const delays = said.map(({ deliveredAt, sentAt }) => (deliveredAt ?? 0) - sentAt);
  return { p99: quantile(delays, 0.99), peak, stretch };
}

/** Who has missed more than a page gets a page, and is told how much there is. */
async function checkPages(
  trial: Trial,
  url: string,
  before: readonly Record<string, unknown>[],
  heads: ReadonlyMap<string, number>,
): Promise<void> {
  const agent = await rawAgent(url, trial.place.cookies[0] ?? '');
  const [epoch] = await trial.place.rows(`select value from fact where key = 'epoch'`);
  for (const [conversationId, head] of heads) {
    const held = before.find((row) => row['conversationId'] === conversationId);
    const shared = { epoch: epoch?.['value'], seq: held?.['seq'], id: held?.['id'] };
    agent.send({ type: 'subscribe', conversationId, positions: { shared, desk: null } });
    const page = await agent.frame(
      'The page',
      0,
      (frame) => frame.type === 'events' && frame.conversationId === conversationId && frame.log === 'shared',
    );
    const count = page.type === 'events' ? page.events.length : 0;
    trial.check(`a page has ${pageSize} events, not ${count}`, count === pageSize);
    trial.check(`it says where the log ends`, page.type === 'events' && page.head === head);
  }
  agent.socket.terminate();
}
