import { openPairs, type Pair } from '../load.js';
import type { RelayProcess } from '../relay-process.js';
import type { Scenario, Trial } from '../scenario.js';
import { traceSyscalls } from '../syscalls.js';
import { until } from '../wait.js';

const pairsCount = 4;
/** One after the other, each a commit of its own. */
const oneByOne = 25;
/** At once, so that commits are shared. */
const atOnce = 200;

/**
 * What the relay says of its store is true: syncs are counted where they happen. On SQLite strace shows that no frame
 * with an event leaves before its bytes are synced; PostgreSQL counts its own syncs. A store that has been told not to
 * wait for its disk is named so, and refused where more was asked for.
 */
export const honestDurability: Scenario = {
  id: 'D7',
  title: 'durability is what it is said to be',
  places: ['sqlite', 'postgres'],
  run: (trial) => (trial.place.kind === 'sqlite' ? onSqlite(trial) : onPostgres(trial)),
};

async function onSqlite(trial: Trial): Promise<void> {
  const relay = await trial.startRelay({}, { BATON_DURABILITY: 'power-loss' });
  await checkNamed(trial, relay, 'power-loss');
  const pairs = await openPairs(trial, { visitor: relay.url, agent: relay.url }, pairsCount);
  const calls = ['pwrite64', 'pwritev', 'fsync', 'fdatasync', 'write', 'writev', 'sendto', 'sendmsg'];
  const trace = await traceSyscalls(relay.pid() ?? 0, calls);
  await sayOneByOne(trial, pairs);
  for (let number = 0; number < atOnce; number += 1) {
    const { conversationId, ...people } = trial.random.pick(pairs);
    trial.ledger.say(people[trial.random.pick(['visitor', 'agent'])], conversationId);
  }
  await trial.ledger.settle();
  if (!trace) {
    trial.measure('syncs not counted, since strace is not to be had:', 0, { unit: 'counted' });
    return;
  }
  const { groups, frames, early } = syncsIn(await trace.stop());
  trial.measure('messages', oneByOne + atOnce, { unit: '' });
  trial.measure('commit groups, each synced', groups, { unit: '' });
  trial.measure('frames with events', frames, { unit: '' });
  trial.measure('of which left before the sync', early, { atMost: 0, unit: '' });
  trial.check('each message that was said alone had a sync of its own', groups >= oneByOne);
  trial.check('the trace holds the frames with the events', frames >= oneByOne + atOnce);
}

/** Bytes of the write-ahead log count as at risk from their write to the next sync; one thread does all of it. */
function syncsIn(lines: readonly string[]): { groups: number; frames: number; early: number } {
  let isAtRisk = false;
  let groups = 0;
  let frames = 0;
  let early = 0;
  for (const line of lines)
    if (/ pwrite(64|v)\([^ ]*baton\.db-wal>/.test(line)) isAtRisk = true;
    else if (/ f(data)?sync\([^ ]*baton\.db-wal>/.test(line)) {
      if (isAtRisk) groups += 1;
      isAtRisk = false;
    } else if (line.includes('{\\"type\\":\\"events\\"')) {
      frames += 1;
      if (isAtRisk) early += 1;
    }
  return { groups, frames, early };
}

async function onPostgres(trial: Trial): Promise<void> {
  const { place } = trial;
  const [row] = await place.rows('select current_database() as name');
  /** How often the server synced while a relay stored the messages: its connections tell when they end. */
  const syncsDuring = async (pairs: readonly Pair[], relay: RelayProcess) => {
    const count = async () => Number((await place.rows('select wal_sync from pg_stat_wal'))[0]?.['wal_sync']);
    const before = await count();
    await sayOneByOne(trial, pairs);
    await trial.ledger.settle();
    await relay.stop();
    await until(
      'The relay’s connections are gone',
      5_000,
      async () =>
        (
          await place.rows(
            'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
          )
        ).length === 0,
    );
    return (await count()) - before;
  };

  const asking = await trial.startRelay({}, { BATON_DURABILITY: 'power-loss' });
  await checkNamed(trial, asking, 'power-loss');
  const pairs = await openPairs(trial, { visitor: asking.url, agent: asking.url }, pairsCount);
  const honest = await syncsDuring(pairs, asking);
  trial.measure('messages', oneByOne, { unit: '' });
  trial.measure('syncs', honest, { unit: '' });
  trial.check('each message that was said alone had a sync of its own', honest >= oneByOne);
  for (const { visitor, agent } of pairs)
    for (const person of [visitor, agent]) {
      trial.ledger.unwatch(person);
      person.leave();
    }

  await place.rows(`alter database "${row?.['name']}" set synchronous_commit = off`);
  const refused = await asking.start().then(
    () => 'it started',
    (error: unknown) => String(error),
  );
  trial.check(
    `it refuses to start on less than it was asked for: ${refused}`,
    refused.includes('BATON_DURABILITY asks for power-loss'),
  );
  const modest = await trial.startRelay();
  await checkNamed(trial, modest, 'process-crash');
  const others = await openPairs(trial, { visitor: modest.url, agent: modest.url }, pairsCount);
  const hasty = await syncsDuring(others, modest);
  trial.measure('syncs without synchronous_commit', hasty, { unit: '' });
  trial.check('the count can tell the two apart', hasty < honest);
  // Everybody comes back, so that the books can be closed.
  await modest.start();
}

async function sayOneByOne(trial: Trial, pairs: readonly Pair[]): Promise<void> {
  for (let number = 0; number < oneByOne; number += 1) {
    const { visitor, conversationId } = trial.random.pick(pairs);
    const id = trial.ledger.say(visitor, conversationId);
    const message = trial.ledger.said().find((each) => each.id === id);
    await until('The message is shown as sent', 10_000, () => message?.ackedAt !== null);
  }
}

async function checkNamed(trial: Trial, relay: RelayProcess, level: string): Promise<void> {
  const health = (await (await fetch(`${relay.url}/health`)).json()) as { durability?: string };
  trial.check(`/health names ${level}, not ${health.durability}`, health.durability === level);
  const [line] =
    relay
      .output()
      .match(/The relay is open\..*/g)
      ?.slice(-1) ?? [];
  trial.check(`the line at the start names ${level}: ${line}`, line?.includes(`"${level}"`) ?? false);
}
