import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ConfigError } from './config-error.js';
import type { Relay } from './create-relay.js';

export interface ServedRelay {
  port: number;
  /** Ends connections, drains the relay and frees the port. Safe to call twice. */
  close(): Promise<void>;
}

/** How long a request may take to arrive, so that half-sent ones don't hold a socket (milliseconds). */
const requestTimeoutMs = 10_000;

/**
 * The relay on a Node server of its own. `fetch` answers HTTP (default: the relay's own); the port is open at
 * once and `/health` says 503 until the relay has started. Rejects with `ConfigError` when the port is taken.
 */
export async function serveRelay(
  relay: Relay,
  { port, fetch = relay.fetch }: { port: number; fetch?: (request: Request) => Response | Promise<Response> },
): Promise<ServedRelay> {
  const server = createServer(
    { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
    getRequestListener(fetch),
  );
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!relay.upgrade(request, socket, head))
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await listen(server, port);
  try {
    await relay.start();
  } catch (error) {
    server.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    port,
    close() {
      closing ??= relay.close().then(
        () =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      );
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
