/**
 * The socket gateway: upgrades, says who is there, parses what comes in and lets it do its work. What a client
 * sends is never trusted: it is parsed by schema, answered by a typed error, and a repeated offence ends the socket.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeCodes, type DownFrame, limits } from '@batonchat/protocol';
import { WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../logger.js';
import { createAddressRates } from './address-rates.js';
import { type Backlog, createBacklog } from './backlog.js';
import { type Admitted, type Connection, connect, type Doorman } from './connection.js';
import type { Rooms } from './frame-handlers.js';
import { createCommandRates, type RateLimits } from './rate-limits.js';
import { softFrameBytes } from './read-frame.js';
import { refuseUpgrade } from './refuse-upgrade.js';

/** Where sockets come in. */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends everybody away with `closeCodes.restart`. */
  close(): Promise<void>;
}

/** How long things may take; tests shorten them. */
export interface GatewayTimes {
  helloWithinMs: number;
  /** After this much silence a peer is asked whether it is there; after 1.5 times this and 5 s it is given up. */
  heartbeatMs: number;
  /** A peer that takes nothing of what is written for it for this long is sent away. */
  slowForMs: number;
  /** How often the sockets are looked over: who is silent or signed out has to go. */
  sweepMs: number;
}

const defaultTimes: GatewayTimes = {
  helloWithinMs: 5_000,
  heartbeatMs: 20_000,
  slowForMs: 10_000,
  sweepMs: 3_000,
};
/** How long a peer has to answer our close frame; one that does not read never will. */
const closeWithinMs = 5_000;
const leaveWithinMs = 1_000;
/** How much more is read of a peer that broke the protocol, so that our close frame reaches it. */
const discardedBytes = 1024 * 1024;

/** Says what was wrong before the close frame that ws sends for a frame past the limit (RFC 6455, 1009). */
class PoliteWebSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    if (code === 1009 && this.readyState === WebSocket.OPEN) {
      const message = `A frame may have ${softFrameBytes} bytes.`;
      this.send(JSON.stringify({ type: 'error', code: 'oversized', message } satisfies DownFrame));
    }
    super.close(code, data);
  }
}

/** Throws away what ws does not parse any more, and cuts off a peer that does not stop. */
function discard(socket: Duplex): void {
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > discardedBytes) socket.destroy();
  });
}

const socketOptions = {
  noServer: true,
  maxPayload: limits.frameBytes,
  // Each piece costs more memory than it holds; what browsers and proxies cut a frame into is a few dozen.
  maxFragments: 1024,
  maxBufferedChunks: 1024,
  perMessageDeflate: false,
  closeTimeout: closeWithinMs,
  WebSocket: PoliteWebSocket,
};

/** A gateway that looks its sockets over until it is closed. */
export function createGateway(options: {
  rooms: Rooms;
  doorman: Doorman;
  log: Logger;
  limits: RateLimits;
  times?: Partial<GatewayTimes>;
}): Gateway {
  const { rooms, doorman, log } = options;
  const { helloWithinMs, heartbeatMs, slowForMs, sweepMs } = { ...defaultTimes, ...options.times };
  // The silence that is promised to be noticed, less the time until the next sweep looks.
  const silentForMs = 1.5 * heartbeatMs + 5_000 - sweepMs;
  const server = new WebSocketServer(socketOptions);
  const connections = new Map<Connection, Backlog>();
  const now = () => performance.now();
  const rates = createCommandRates(options.limits, now);
  const arrivals = createAddressRates({
    size: options.limits.addressSockets,
    what: 'sockets',
    setting: 'addressSockets',
    log,
    now,
  });

  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [{ socket, lastHeardAt }, backlog] of connections)
      if (now - lastHeardAt > silentForMs) socket.terminate();
      else if (socket.readyState === WebSocket.OPEN && backlog.isStuck(now)) {
        log.info('A socket that reads nothing is sent away.', { bufferedBytes: socket.bufferedAmount });
        socket.close(closeCodes.slow, 'Reads too slowly.');
      }
      // A page in the background may run its timers once a minute only; its browser answers this without them.
      else if (now - lastHeardAt > heartbeatMs) socket.ping();
    endSignedOut().catch((error: unknown) => log.warn('Agents’ sessions could not be read.', { error }));
  }, sweepMs);
  sweep.unref();

  /** An agent may have signed out in another tab or on another node, or have been signed out. */
  async function endSignedOut(): Promise<void> {
    const ofAgents = [...connections.keys()].flatMap(({ socket, agentSessionId }) =>
      agentSessionId ? [{ socket, agentSessionId }] : [],
    );
    if (ofAgents.length === 0) return;
    const standing = await doorman.stillSignedIn(ofAgents.map(({ agentSessionId }) => agentSessionId));
    for (const { socket, agentSessionId } of ofAgents)
      if (!standing.has(agentSessionId)) socket.close(closeCodes.tokenExpired, 'Signed out.');
  }

  /** A rule of the host's own may throw: that lets nobody in. */
  function admit(request: IncomingMessage): Admitted | null {
    try {
      return doorman.admit(request);
    } catch (error) {
      log.warn('It could not be told whether a page may open a socket.', { error });
      return null;
    }
  }

  // Apart from `upgrade`, so that what listens to the socket does not keep the request with all its headers.
  function enter(webSocket: WebSocket, request: IncomingMessage, admitted: Admitted, socket: Duplex): void {
    const connection = connect(webSocket, request, admitted, {
      rooms,
      doorman,
      log,
      rates,
      framesPerWindow: options.limits.frames,
      helloWithinMs,
      heartbeatMs,
    });
    connections.set(connection, createBacklog(webSocket, slowForMs - sweepMs));
    webSocket.on('error', () => discard(socket));
    webSocket.on('close', () => connections.delete(connection));
  }

  return {
    upgrade(request, socket, head) {
      const admitted = admit(request);
      if (!admitted) return refuseUpgrade(socket, 403);
      const waitMs = arrivals.take(admitted.ip);
      if (waitMs > 0) return refuseUpgrade(socket, 429, { 'Retry-After': String(Math.ceil(waitMs / 1000)) });
      server.handleUpgrade(request, socket, head, (webSocket) => enter(webSocket, request, admitted, socket));
    },
    async close() {
      clearInterval(sweep);
      await Promise.all(
        [...connections.keys()].map(
          ({ socket }) =>
            new Promise<void>((resolve) => {
              const timer = setTimeout(() => socket.terminate(), leaveWithinMs);
              socket.once('close', () => {
                clearTimeout(timer);
                resolve();
              });
              socket.resume();
              socket.close(closeCodes.restart, 'The relay restarts.');
            }),
        ),
      );
      server.close();
    },
  };
}
