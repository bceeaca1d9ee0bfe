import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ConfigError } from './config-error.js';
import type { Relay } from './create-relay.js';
import { refuseUpgrade } from './gateway/refuse-upgrade.js';

/** A relay on a server of its own. */
export interface ServedRelay {
  /** The port that it listens on; the system's choice when 0 was asked for. */
  port: number;
  /** Ends connections, drains the relay and frees the port. Safe to call twice. */
  close(): Promise<void>;
}

/** How long a request may take to arrive, so that half-sent ones don't hold a socket (milliseconds). */
const requestTimeoutMs = 7_000;

/** The same for a file, which is cut sooner when nothing comes. */
const uploadTimeoutMs = 5 * 60_000;

/** Ends a request that is not whole in time, as Node does, which has one time for all of them. */
function endLate(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || request.url?.split('?')[0] === '/api/files') return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent)
      request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    request.socket.destroySoon();
  }, requestTimeoutMs);
  const clear = () => clearTimeout(timer);
  request.once('end', clear).once('close', clear);
}

/**
 * The relay on a Node server of its own. `fetch` answers HTTP (default: the relay's own); the port is open at
 * once and `/health` says 503 until the relay has started. Rejects with `ConfigError` when the port is taken.
 */
export async function serveRelay(
  relay: Relay,
  { port, fetch = relay.fetch }: { port: number; fetch?: Relay['fetch'] },
): Promise<ServedRelay> {
  const answer = getRequestListener((request, { incoming }) => fetch(request, { incoming }));
  const server = createServer(
    {
      requestTimeout: uploadTimeoutMs,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      endLate(request, response);
      return answer(request, response);
    },
  );
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!relay.upgrade(request, socket, head)) refuseUpgrade(socket, 404);
  });
  await listen(server, port);
  try {
    await relay.start();
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
  const address = server.address();
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    const freed = new Promise<void>((resolve) => server.close(() => resolve()));
    try {
      await relay.close();
    } finally {
      server.closeAllConnections();
      await freed;
    }
  }

  return {
    port: typeof address === 'object' && address ? address.port : port,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`)
          : error.code === 'EACCES'
            ? new ConfigError(`Port ${port} may not be opened by this user. Set PORT to one above 1023.`)
            : error,
      ),
    );
    server.listen(port, resolve);
  });
}
