import { randomUUID } from 'node:crypto';
import {
  defaultHandoffSettings,
  type HandoffSettings,
  initialDeskState,
  initialState,
} from '@batonchat/protocol';
import { createHub, type Hub } from '../hub.js';
import { openCurrent } from '../store/conversations.js';
import type { Store } from '../store/open-store.js';
import { agentCommands, visitorCommands } from './people.js';
import { type QuietLog, quietLog } from './quiet-log.js';

/** A hub over an open store, without sockets, bots or a worker. */
export interface OpenHub {
  hub: Hub;
  store: Store;
  log: QuietLog;
  /** A conversation that has just begun, with its visitor's commands. */
  begin(): Promise<{ conversationId: string; visitor: ReturnType<typeof visitorCommands> }>;
  /** A conversation whose visitor waits for an agent. */
  beginPending(): Promise<{
    conversationId: string;
    handoffId: string;
    visitor: ReturnType<typeof visitorCommands>;
  }>;
}

/** A hub with a log that can be read. */
export function openHub(store: Store, settings: Partial<HandoffSettings> = {}): OpenHub {
  const log = quietLog();
  const hub = createHub({ store, settings: { ...defaultHandoffSettings, ...settings }, log });

  async function begin() {
    const visitorId = randomUUID();
    const conversationId = await openCurrent(store.db, {
      id: randomUUID(),
      siteId: 'main',
      visitorId,
      createdAt: store.now(),
      state: initialState,
      desk: initialDeskState,
    });
    await hub.submit('main', conversationId, {
      id: 'start',
      actor: { kind: 'system' },
      command: { type: 'start', visitorId, context: { ...aVisit, startedAt: store.now() } },
    });
    return { conversationId, visitor: visitorCommands(visitorId) };
  }

  return {
    hub,
    store,
    log,
    begin,
    async beginPending() {
      const begun = await begin();
      const handoffId = randomUUID();
      await hub.submit('main', begun.conversationId, begun.visitor.request(handoffId));
      return { ...begun, handoffId };
    },
  };
}

const aVisit = {
  sessionId: 'session-1',
  startedAt: 0,
  ip: null,
  userAgent: null,
  channel: 'web',
  page: null,
  pageTitle: null,
  referrer: null,
  locale: null,
};

/** The agent of the tests. */
export const ada = agentCommands('Ada');
/** The other agent of the tests. */
export const ben = agentCommands('Ben');
