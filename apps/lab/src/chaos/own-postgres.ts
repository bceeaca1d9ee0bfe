import { openPlaces } from './places.js';
import type { Trial } from './scenario.js';

/** A PostgreSQL that nobody else uses, so that it may be struck. */
export interface OwnPostgres {
  /** Ends it at once, as a power cut would. */
  crash(): Promise<void>;
  /** Starts it on its data again; resolves when it answers. */
  restart(): Promise<void>;
}

interface PostgresScript {
  startPostgres(): Promise<(OwnPostgres & { url: string; stop(): Promise<void> }) | { reason: string }>;
}

const script = new URL('../../../../scripts/postgres.mjs', import.meta.url).href;

/** Moves a trial to a PostgreSQL of its own. Rejects with the reason where there can't be one. */
export async function moveToOwnPostgres(trial: Trial, agents: number): Promise<OwnPostgres> {
  const { startPostgres }: PostgresScript = await import(script);
  const postgres = await startPostgres();
  if ('reason' in postgres) throw new Error(postgres.reason);
  trial.defer(() => postgres.stop());
  const places = await openPlaces({ agents, databaseUrl: postgres.url });
  trial.defer(() => places.close());
  trial.moveTo(await places.make('postgres'));
  return postgres;
}
