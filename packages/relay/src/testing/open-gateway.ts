import { createServer } from 'node:http';
import { defaultHandoffSettings, protocolVersion } from '@batonchat/protocol';
import { createGateway, type GatewayTimes } from '../gateway/gateway.js';
import { defaultRateLimits, type RateLimits } from '../gateway/rate-limits.js';
import { openRooms } from '../gateway/rooms.js';
import { createHub, type Hub } from '../hub.js';
import type { Store } from '../store/open-store.js';
import { quietLog } from './quiet-log.js';
import { openSocket, type RawClient } from './raw-client.js';
import { openFrame } from './raw-people.js';

/**
 * A gateway on a port of its own that believes what it is told: a visitor's token is `<id> <milliseconds to live>`,
 * an agent's cookie is their id. For what takes too long, or can't be brought about, with real ones.
 */
export interface OpenGateway {
  url: string;
  hub: Hub;
  /** Agents whose session has ended. */
  signedOut: Set<string>;
  visitor(id: string, liveMs?: number): Promise<RawClient & { conversationId: string }>;
  agent(id: string): Promise<RawClient>;
  close(): Promise<void>;
}

/** Opens one; the limits and times that are left out are the real ones. */
export async function openGateway(
  store: Store,
  options: { times?: Partial<GatewayTimes>; limits?: Partial<RateLimits> } = {},
): Promise<OpenGateway> {
  const log = quietLog();
  const hub = createHub({ store, settings: defaultHandoffSettings, log });
  const rooms = openRooms({ store, hub, log });
  const signedOut = new Set<string>();
  const gateway = createGateway({
    rooms,
    doorman: {
      admit: () => ({ isSame: true, ip: null }),
      async visitorOf(token) {
        const [visitorId = '', liveMs] = token.split(' ');
        const expiresAt = store.now() + Number(liveMs);
        return { visitorId, siteId: 'main', isSigned: false, identity: null, expiresAt };
      },
      async agentOf({ headers: { cookie: id = '' } }) {
        return { id, name: id, avatarUrl: null, role: 'agent', sessionId: id };
      },
      stillSignedIn: async (ids) => new Set(ids.filter((id) => !signedOut.has(id))),
    },
    log,
    limits: { ...defaultRateLimits, ...options.limits },
    ...(options.times ? { times: options.times } : {}),
  });
  const server = createServer().on('upgrade', gateway.upgrade);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;

  return {
    url,
    hub,
    signedOut,
    async visitor(id, liveMs = 600_000) {
      const client = await openSocket(url);
      const token = `${id} ${liveMs}`;
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
      await client.next('welcome');
      client.send(openFrame());
      const { conversationId } = await client.next('snapshot');
      return { ...client, conversationId };
    },
    async agent(id) {
      const client = await openSocket(url, { cookie: id });
      client.send({ type: 'hello', as: 'agent', protocol: protocolVersion });
      await client.next('welcome');
      return client;
    },
    async close() {
      await gateway.close();
      await hub.close();
      await rooms.receipts.flush();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
