/** Joins the parts of a relay around an open store. */
import { randomUUID } from 'node:crypto';
import { defaultHandoffSettings } from '@batonchat/protocol';
import { createBotTurns } from './bot-turn.js';
import { consoleDesk } from './console-desk.js';
import { createDeskOpening } from './desk-open.js';
import { createFiles, type Files } from './files/files.js';
import { createFolderStorage, removeStale } from './files/folder-storage.js';
import { createS3Storage } from './files/s3-storage.js';
import { createGateway, type Gateway } from './gateway/gateway.js';
import { defaultRateLimits } from './gateway/rate-limits.js';
import { openRooms } from './gateway/rooms.js';
import { createHub } from './hub.js';
import { type Admission, createAdmission } from './identity/admission.js';
import { type Agents, createAgents } from './identity/agents.js';
import { type FrontDoor, headersOf } from './identity/front-door.js';
import { identityKeysOf } from './identity/identity-keys.js';
import { keysFrom } from './identity/secrets.js';
import { type KnownVisitor, verifyVisitorToken } from './identity/visitor-tokens.js';
import { visitorOfToken } from './identity/visitors.js';
import type { Logger } from './logger.js';
import { createMailer } from './mail/mailer.js';
import { createTranscriptDelivery } from './mail/transcript-delivery.js';
import { transcriptKind } from './mail/transcript-rows.js';
import { createOutboxWorker } from './outbox/worker.js';
import type { RelayOptions } from './relay-options.js';
import type { Store } from './store/open-store.js';
import { warmUp } from './warm-up.js';

/** A relay at work. */
export interface Running {
  store: Store;
  agents: Agents;
  gateway: Gateway;
  files: Files;
  visitorOf(token: string): Promise<KnownVisitor | null>;
  admit: Admission;
  /** There is something new in the outbox. */
  wakeOutbox(): void;
  /** Ends the sockets first and the store last, so that what was accepted is finished in between. */
  close(): Promise<void>;
}

/** Everything is listening when it resolves. Rejects with `ConfigError` when the stored keys can't be read. */
export async function assemble(
  store: Store,
  options: RelayOptions & { folder: string; door: FrontDoor; log: Logger },
): Promise<Running> {
  const { bot, door, log, publicUrl } = options;
  const keys = keysFrom(options.secret, options.folder);
  const hub = createHub({ store, settings: { ...defaultHandoffSettings, ...options.handoff }, log });
  const rooms = openRooms({ store, hub, log });
  const { sessions, receipts } = rooms;
  const agents = createAgents({
    store,
    secret: keys.agentSessions,
    publicUrl,
    ownOrigin: door.ownOrigin,
    log,
  });

  // A store that one process holds has no other worker: whatever is leased was leased by the dead.
  if (store.dialect === 'sqlite')
    await store.db.updateTable('outbox').set({ leasedBy: null, leasedUntil: null }).execute();
  const mailer = options.mail && (await createMailer(options.mail));
  const botTurns = createBotTurns({ bot, hub, store, log, sendSignal: sessions.signal });
  hub.onCommit((committed) => {
    if (committed.outbox.length > 0 || committed.isRepeat) worker.wake();
  });
  const worker = createOutboxWorker({
    store,
    nodeId: randomUUID(),
    log,
    runners: {
      'bot-turn': botTurns,
      'desk-open': createDeskOpening({
        hub,
        store,
        desks: [consoleDesk(sessions), ...(options.desks ?? [])],
      }),
      ...(mailer ? { [transcriptKind]: createTranscriptDelivery({ store, mailer, log }) } : {}),
    },
  });
  await removeStale(options.folder, Date.now());
  const storage = options.s3
    ? await createS3Storage(options.s3, options.folder)
    : createFolderStorage(options.folder);
  const files = createFiles({ store, storage, key: keys.files, log });

  const { keys: identityKeys = [], isRequired = false } = options.identity ?? {};
  const admit = createAdmission({
    ...{ store, hub, sessions, isRequired, log },
    identityKeys: identityKeysOf(identityKeys),
    tokenKey: keys.visitorTokens,
  });

  async function visitorOf(token: string): Promise<KnownVisitor | null> {
    const claims = await verifyVisitorToken(keys.visitorTokens, token, store.now());
    if (!claims || (isRequired && !claims.isSigned)) return null;
    const known = await visitorOfToken(store, claims);
    return known && { ...claims, ...known };
  }

  const gateway = createGateway({
    rooms,
    doorman: {
      admit: door.admit,
      visitorOf,
      agentOf: (request) => agents.ofCookie(headersOf(request)),
      stillSignedIn: agents.stillSignedIn,
    },
    log,
    limits: { ...defaultRateLimits, ...options.rateLimits },
    ...(options.heartbeatMs ? { times: { heartbeatMs: options.heartbeatMs } } : {}),
  });

  const stopWarmUp = warmUp(
    { 'The agents’ sign-in': agents.prepare, 'The bot': async () => bot.prepare?.() },
    log,
  );

  return {
    store,
    agents,
    gateway,
    files,
    visitorOf,
    admit,
    wakeOutbox: worker.wake,
    async close() {
      stopWarmUp();
      files.close();
      await gateway.close();
      await worker.close();
      botTurns.close();
      await hub.close();
      await receipts.flush();
      await store.close();
    },
  };
}
