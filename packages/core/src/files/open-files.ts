import type { AnyCommand } from '../any-command.js';
import type { Clock } from '../clock.js';
import type { ReadonlyStore } from '../readonly-store.js';
import type { ConnectionState } from '../state.js';
import type { Transport } from '../transport.js';
import { type Addresses, createAddresses } from './addresses.js';
import type { FileTransport } from './file-transport.js';
import { createFiles, type Files, type FilesOptions } from './files.js';
import { httpFiles } from './http-files.js';

/** What a client's files stand on. */
export interface OpenFiles {
  urlOf: Addresses['urlOf'];
  /** The files that are sent in one conversation. */
  begin<Command extends AnyCommand>(
    options: Omit<FilesOptions<Command>, 'transport' | 'addresses' | 'clock'>,
  ): Files;
}

/** What a transport without files is taken to have. */
const nowhere: FileTransport = {
  terms: async () => null,
  upload: () => Promise.reject(new Error('This transport takes no files.')),
  urls: async () => ({ urls: {}, expiresAt: 0 }),
};

async function filesOf({ files, token }: Transport, clock: Clock): Promise<FileTransport> {
  if (typeof files !== 'string') return (await files?.()) ?? nowhere;
  return httpFiles(files, token, clock);
}

/**
 * The files of a client, which end with it, or at the first change of its state at which `isOver`. Rejects where their
 * code can't be fetched.
 */
export async function openFiles(
  transport: Transport,
  given: Clock,
  client: ReadonlyStore<{ connection: ConnectionState }>,
  isOver = () => false,
): Promise<OpenFiles> {
  const kept = await filesOf(transport, given);
  const running = new Set<() => void>();
  const clock: Clock = {
    ...given,
    after(ms, run) {
      const cancel = given.after(ms, () => {
        running.delete(cancel);
        run();
      });
      running.add(cancel);
      return () => {
        running.delete(cancel);
        cancel();
      };
    },
  };
  const addresses = createAddresses(kept, clock);
  const begun: Files[] = [];

  const stop = client.subscribe(end);
  function end() {
    if (client.getState().connection.reason !== 'destroyed' && !isOver()) return;
    stop();
    for (const files of begun) files.destroy();
    for (const cancel of running) cancel();
    addresses.destroy();
  }

  return {
    urlOf: addresses.urlOf,
    begin(options) {
      const files = createFiles({ ...options, transport: kept, addresses, clock });
      begun.push(files);
      end();
      return files;
    },
  };
}

/** `open`, but the same outcome for the same owner; asked again after it was rejected. */
export function openedOnce<Owner extends object, Client extends unknown[], Opened>(
  ownerOf: (...client: Client) => Owner,
  open: (...client: Client) => Promise<Opened>,
): (...client: Client) => Promise<Opened> {
  const opened = new WeakMap<Owner, Promise<Opened>>();
  return (...client) => {
    const owner = ownerOf(...client);
    const known = opened.get(owner) ?? open(...client);
    opened.set(owner, known);
    known.catch(() => opened.delete(owner));
    return known;
  };
}
