import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, createConnection, type Socket } from 'node:net';
import { widgetFolder } from './widget-folder.js';

/** A site of its own origin with the widget on its pages. */
export interface PageHost {
  url: string;
  /** The page with the widget of a relay, given by its address or that of what stands before it. */
  page(relay: string): string;
  /**
   * From now on the site hands out the widget's files itself and passes on to this port what is meant for the relay,
   * as a site with the relay behind its own server does: it stays up when the relay does not, and its pages take the
   * site itself for the relay. It vouches for a page that has no origin of its own.
   */
  passOn(port: number): void;
  close(): Promise<void>;
}

/** Serves on a free port. `/sandbox?...` holds the page of that query in a frame without an origin. */
export async function openPageHost(): Promise<PageHost> {
  let port: number | null = null;
  const sockets = new Set<Socket>();

  const pages: Record<string, (query: URLSearchParams) => string> = {
    '/': (query) =>
      `<!doctype html><html lang="en"><title>A site</title>
      <meta name="viewport" content="width=device-width"><body><h1>A site</h1>
      <script>(window.Baton = (...call) => void window.Baton.q.push(call)).q = [['open']];</script>
      <script async src="${query.get('relay')}/embed.js"></script>`,
    '/sandbox': (query) =>
      `<!doctype html><html lang="en"><title>A sandbox</title><body style="margin:0">
      <iframe sandbox="allow-scripts" src="/?${query}" style="border:0;width:100vw;height:100vh"></iframe>`,
  };

  const server = createServer(async (incoming, response) => {
    const { url = '/' } = incoming;
    const { pathname, searchParams } = new URL(url, own);
    const html = pages[pathname]?.(searchParams);
    if (html !== undefined)
      return void response
        .writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-cache' })
        .end(html);
    if (port === null) return void response.writeHead(404).end();
    if (!/^\/embed[\w./-]*\.js$/.test(url)) return pass(incoming, response, port);
    const file = await readFile(new URL(`.${url}`, widgetFolder())).catch(() => null);
    response.writeHead(file ? 200 : 404, { ...anyOrigin, 'content-type': 'text/javascript' }).end(file);
  });

  /** A page without an origin says `null`: the site answers for it under its own. */
  const vouched = ({ headers }: IncomingMessage) => ({
    ...headers,
    ...(headers.origin === 'null' ? { origin: own } : {}),
  });

  function pass(incoming: IncomingMessage, response: ServerResponse, to: number): void {
    const { method, url: path } = incoming;
    const passed = request(
      { port: to, host: '127.0.0.1', method, path, headers: vouched(incoming) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...anyOrigin });
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.writeHead(502, anyOrigin).end());
    incoming.pipe(passed);
  }

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket) => {
    const upstream = createConnection({ port: port ?? 0, host: '127.0.0.1' });
    const lines = Object.entries(vouched(incoming)).map(([name, value]) => `${name}: ${value}\r\n`);
    upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
    socket.pipe(upstream).pipe(socket);
    for (const [end, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      end.on('error', () => {});
      end.on('close', () => other.destroy());
    }
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own,
    page: (relay) => `${own}/?relay=${encodeURIComponent(relay)}`,
    passOn(to) {
      port = to;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const anyOrigin = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
