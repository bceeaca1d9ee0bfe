import type { DownFrame } from '@batonchat/protocol';
import type { ChatStorage } from '../storage/storage.js';
import type { Transport, TransportConnection, TransportHandlers } from '../transport.js';
import { hedged } from './hedged.js';
import { ReconnectingWebSocket } from './reconnecting-websocket.js';
import { answerError, askRelay, relayUrl } from './relay-request.js';
import { createTokenSource, type TokenSource } from './visitor-token.js';

/** A `WebSocket` class, for where there is no global one (Node before 22). */
export type WebSocketClass = new (url: string | URL, protocols?: string | string[]) => object;

/** Where the relay is, and who the visitor is. */
export interface VisitorTransportOptions {
  /** The relay's address: an origin, or an origin and a path; relative to the page is fine. */
  relay: string;
  siteId: string;
  storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>;
  webSocket?: WebSocketClass;
  /** Gives what the site's own server has signed of the visitor: it comes before the secret. */
  identity?: (() => Promise<string>) | undefined;
}

/**
 * To a relay over a WebSocket, as the visitor whose secret `storage` keeps. `createChatClient({ relay })` makes
 * it by itself; make it yourself to give another WebSocket class.
 */
export function visitorTransport(options: VisitorTransportOptions): Transport {
  return transportTo(options);
}

/** A visitor's way to a relay, whose first token may be asked for before it is made. */
export interface RelayTransport extends Transport {
  token: TokenSource;
  reach(): Promise<void>;
}

/** As {@link visitorTransport}, with all that it has. */
export const transportTo = (options: VisitorTransportOptions): RelayTransport => ({
  connect: (handlers) => openSocket(options, handlers),
  token: createTokenSource(options),
  reach: () => reach(options.relay),
  files: options.relay,
});

/** Where the relay is. */
export interface AgentTransportOptions {
  relay: string;
  webSocket?: WebSocketClass;
}

/** To a relay over a WebSocket, as the agent whose cookie the browser sends along. */
export function agentTransport(options: AgentTransportOptions): Transport {
  return {
    connect: (handlers) => openSocket(options, handlers),
    reach: () => reach(options.relay),
    files: options.relay,
  };
}

async function reach(relay: string): Promise<void> {
  const answer = await hedged(askRelay(relay, 'health', { cache: 'no-store' }));
  if (!answer.ok) throw answerError(relay, answer);
}

/** Beyond the connection's own limit for a whole attempt, so that there is one clock only. */
const connectionTimeout = 60_000;

function openSocket(
  { relay, webSocket }: AgentTransportOptions,
  handlers: TransportHandlers,
): TransportConnection {
  if (!webSocket && typeof WebSocket === 'undefined')
    throw new Error('Baton: there is no WebSocket here (Node has one from version 22). Give `webSocket`.');
  // One instance a connection, opened by hand once: after a failure an instance with `maxRetries: 0` stays
  // locked, and with other settings it would queue and come back by itself, without jitter.
  const socket = new ReconnectingWebSocket(socketUrl(relay), [], {
    startClosed: true,
    maxRetries: 0,
    maxEnqueuedMessages: 0,
    connectionTimeout,
    ...(webSocket ? { WebSocket: webSocket } : {}),
  });
  let isOver = false;
  let hasWarned = false;

  socket.onopen = () => {
    if (!isOver) handlers.onOpen();
  };
  socket.onmessage = ({ data }) => {
    if (isOver) return;
    const frame = frameFrom(data);
    if (frame) handlers.onFrame(frame);
    else if (!hasWarned) {
      hasWarned = true;
      console.warn(
        `Baton: ${relay} sent something that is no frame; it is ignored. Is this address a relay's?`,
      );
    }
  };
  socket.onclose = ({ code, reason }) => {
    if (isOver) return;
    isOver = true;
    handlers.onClose({ code, reason });
  };
  socket.reconnect();

  return {
    send(frame) {
      if (isOver || socket.readyState !== socket.OPEN) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    close() {
      isOver = true;
      socket.close();
    },
  };
}

function socketUrl(relay: string): string {
  const url = relayUrl(relay, 'socket');
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  return url.href;
}

/** The frame in a message, or null for what is not JSON or has no `type`. */
function frameFrom(data: unknown): DownFrame | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    const isFrame =
      typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
    return isFrame ? (value as DownFrame) : null;
  } catch {
    return null;
  }
}
