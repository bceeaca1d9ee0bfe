import { openFaultProxy } from './fault-proxy.js';
import { type Figure, figureText } from './figure.js';
import { type Count, openLedger } from './ledger.js';
import { agentAt, visitorAt } from './people.js';
import type { Place } from './places.js';
import { randomOf } from './random.js';
import { relayProcess } from './relay-process.js';
import type { Scale, Scenario, Trial } from './scenario.js';

/** What became of one scenario, on one place, with one seed. */
export interface Result {
  id: string;
  title: string;
  place: Place['kind'];
  seed: number;
  ms: number;
  count: Count | null;
  /** In the order in which they were taken. */
  figures: Figure[];
  /** Empty when the promise held. */
  failures: string[];
}

/** Runs one scenario once, and closes everything it opened. Never rejects: what is thrown is a failure. */
export async function runTrial(
  scenario: Scenario,
  { place: given, seed, scale }: { place: Place; seed: number; scale: Scale },
): Promise<Result> {
  let place = given;
  const startedAt = performance.now();
  const ledger = openLedger();
  const cleanups: (() => unknown)[] = [];
  const figures: Figure[] = [];
  const failures: string[] = [];
  let count: Count | null = null;

  const trial: Trial = {
    seed,
    random: randomOf(seed).fork(scenario.id),
    scale,
    get place() {
      return place;
    },
    ledger,
    moveTo(other) {
      place = other;
      cleanups.push(() => other.remove());
    },
    async startRelay(settings, environment) {
      const relay = await relayProcess({ environment: { ...place.environment, ...environment } }, settings);
      cleanups.push(async () => {
        await relay.kill();
        if (relay.hasCrashed()) failures.push(`the relay ended by itself:\n${relay.output().slice(-2000)}`);
        if (relay.output().includes('UNHANDLED')) failures.push('the relay had an unhandled rejection');
      });
      await relay.start();
      return relay;
    },
    async proxyTo({ port }) {
      const proxy = await openFaultProxy(port);
      cleanups.push(() => proxy.close());
      return proxy;
    },
    visitor(url, options) {
      const visitor = visitorAt(url, options);
      cleanups.push(() => visitor.leave());
      visitor.client.connect();
      ledger.watch(visitor);
      return visitor;
    },
    agent(url, number, clock) {
      const agent = agentAt(url, place.cookies[number % place.cookies.length] ?? '', clock);
      cleanups.push(() => agent.leave());
      agent.client.connect();
      ledger.watch(agent);
      return agent;
    },
    measure(name, value, limit) {
      const figure = { name, value, unit: limit?.unit ?? 'ms', atMost: limit?.atMost ?? null };
      figures.push(figure);
      if (figure.atMost !== null && !(value <= figure.atMost)) failures.push(figureText(figure));
    },
    check(claim, holds) {
      if (!holds) failures.push(`not so: ${claim}`);
    },
    defer: (cleanup) => void cleanups.push(cleanup),
    async close() {
      await ledger.settle();
      count = await ledger.count(await place.events());
      const { lost, dupVisible, order, gaps } = count;
      if (lost + dupVisible + order + gaps > 0) failures.push(...count.problems);
      return count;
    },
  };

  try {
    await scenario.run(trial);
    if (!count) await trial.close();
  } catch (error) {
    failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  for (const cleanup of cleanups.reverse())
    try {
      await cleanup();
    } catch (error) {
      failures.push(`in cleaning up: ${error}`);
    }
  return {
    id: scenario.id,
    title: scenario.title,
    place: place.kind,
    seed,
    ms: performance.now() - startedAt,
    count,
    figures,
    failures,
  };
}
