import { handOver, type Pair, talk } from '../load.js';
import type { VisitorPerson } from '../people.js';
import type { RelayProcess } from '../relay-process.js';
import type { RelaySettings } from '../relay-settings.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause, until } from '../wait.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const perSecond = 60;
/** A visitor's token is good for so long, and for so much longer where clocks differ. */
const tokenMs = 10 * minuteMs;
const leewayMs = minuteMs;
/** What is due is due at once, on however busy a machine: the fault is ten minutes long. */
const answerWithinMs = 30_000;

/**
 * Clients whose clocks are a day off, either way, or jump while they talk; a relay whose clock jumps ten minutes while
 * it runs and between two starts: with a bot's turn under way, and with tokens that are just over, or long.
 */
export const clockSkew: Scenario = {
  id: 'D12',
  title: 'clocks are a day or ten minutes off, and jump',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { scale, ledger } = trial;
    const startedAt = Date.now();
    const settings: RelaySettings = { bot: 'slow', botWordMs: 200 };
    const relay = await trial.startRelay(settings);
    let jumpMs = 0;
    const clocks = [() => dayMs, () => -dayMs, () => jumpMs, () => -jumpMs];
    const pairs = await Promise.all(
      clocks.map(async (offsetMs, number): Promise<Pair> => {
        const visitor = trial.visitor(relay.url, clockOff(offsetMs));
        const agent = trial.agent(
          relay.url,
          number,
          clockOff(() => -offsetMs()),
        );
        return { visitor, agent, conversationId: await handOver(visitor, agent) };
      }),
    );
    const connectedAt = Date.now();
    const asker = trial.visitor(relay.url);
    await until('The one who asks the bot is there', 20_000, () => asker.conversationId() !== null);

    const steps = [dayMs, -dayMs, 0];
    const stepMs = scale.loadMs / 2 / steps.length;
    for (const [index, step] of steps.entries()) {
      const load = talk(trial, pairs, { perSecond, forMs: stepMs });
      await pause(stepMs / 2);
      jumpMs = step;
      relay.setClock(([10, -10, 0][index] ?? 0) * minuteMs);
      await load;
    }
    await ledger.settle();

    const talkedUntil = Date.now();
    trial.check(
      'a clock that jumps is not that of the log',
      await timesLieBetween(trial, startedAt, talkedUntil),
    );

    if (trial.place.kind === 'sqlite') {
      const asked = ledger.say(asker, asker.conversationId() ?? '');
      const isInLog = () => ledger.said().some(({ id, ackedAt }) => id === asked && ackedAt !== null);
      await until('The question is in the log', 20_000, isInLog);
      settings.clockAheadMs = -10 * minuteMs;
      await relay.kill();
      await relay.start();
      await until('The bot answers what was asked before', answerWithinMs, () => isAnswered(asker));
    }

    for (const overMs of [leewayMs / 2, 2 * tokenMs]) {
      settings.clockAheadMs = connectedAt + tokenMs + overMs - Date.now();
      const connects = await connectsAfterRestart(trial, relay, pairs);
      if (overMs < leewayMs)
        trial.check('a token that is over by less than a minute lets in, and keeps in', connects === 1);
    }
    await trial.close();
    trial.check('the times of a log only rise', await timesOnlyRise(trial));
  },
};

/** After a restart everybody says something. Resolves with how often a visitor connected for it, at most. */
async function connectsAfterRestart(
  trial: Trial,
  relay: RelayProcess,
  pairs: readonly Pair[],
): Promise<number> {
  await relay.kill();
  const counts = pairs.map(({ visitor }) => {
    let count = 0;
    let wasConnected = false;
    visitor.onChange(() => {
      const isConnected = visitor.isConnected();
      if (isConnected && !wasConnected) count += 1;
      wasConnected = isConnected;
    });
    return () => count;
  });
  await relay.start();
  for (const { visitor, agent, conversationId } of pairs) {
    trial.ledger.say(visitor, conversationId);
    trial.ledger.say(agent, conversationId);
  }
  await trial.ledger.settle();
  return Math.max(...counts.map((count) => count()));
}

const isAnswered = (visitor: VisitorPerson): boolean =>
  visitor.client.store
    .getState()
    .conversation?.entries.some((entry) => entry.kind === 'message' && entry.message.author.kind === 'bot') ??
  false;

async function timesLieBetween({ place }: Trial, from: number, to: number): Promise<boolean> {
  const events = await place.events();
  return events.every(({ at }) => at >= from - minuteMs && at <= to + minuteMs);
}

async function timesOnlyRise({ place }: Trial): Promise<boolean> {
  const last = new Map<string, number>();
  return (await place.events()).every(({ conversationId, log, at }) => {
    const key = `${conversationId} ${log}`;
    const isLater = at >= (last.get(key) ?? 0);
    last.set(key, at);
    return isLater;
  });
}

const clockOff = (offsetMs: () => number) => ({ now: () => Date.now() + offsetMs() });
