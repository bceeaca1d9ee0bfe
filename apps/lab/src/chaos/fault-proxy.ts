/**
 * A TCP proxy on the loopback that does what networks do: it cuts, goes silent in one direction without closing,
 * delays, lets one end hear of a close long before the other, and refuses.
 */
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import type { Random } from './random.js';

/** Which way: `up` is what the client sends. */
export type Direction = 'up' | 'down';

/** One connection through the proxy. */
export interface Link {
  /** By `performance.now()`. */
  openedAt: number;
  isOpen(): boolean;
  /** It carries a WebSocket; false as long as nothing came through it, and for HTTP. */
  isSocket(): boolean;
  /**
   * Ends it. `reset` is an RST, else a FIN. With `first` that end hears of it now, the other after `otherAfterMs`;
   * what it sends meanwhile is taken and lost, as on a path that is gone.
   */
  cut(how?: { reset?: boolean; first?: 'client' | 'server'; otherAfterMs?: number }): void;
  /** Takes what comes in these directions and passes nothing on, until told otherwise; never closes. */
  swallow(directions: readonly Direction[]): void;
  /** Reads nothing more of what the server sends, until told otherwise: the server feels it. */
  stall(isStalled: boolean): void;
  /** Passes each chunk on this much later, in order. */
  delay(ms: number): void;
  /** Asked at each chunk, which is a frame or a few, and about itself: it may be the last, passed on or not. */
  onChunk(decide: (direction: Direction) => 'pass' | 'cut-before' | 'cut-after'): void;
  /** When this end has closed, by itself or because it was cut. */
  onClose(listener: () => void, end?: 'client' | 'server'): void;
}

/** Stands in front of one port. */
export interface FaultProxy {
  port: number;
  /** For HTTP and, with another scheme, for sockets. */
  url: string;
  links(): Link[];
  /** Cuts a random open link in a random way; false when none is open. */
  cutOne(random: Random): boolean;
  /** New connections are reset while it is so. */
  refuse(isRefusing: boolean): void;
  /** How each connection from now on begins. */
  onLink(prepare: (link: Link) => void): void;
  close(): Promise<void>;
}

/** Listens on a free port, in front of another one of this machine. */
export async function openFaultProxy(targetPort: number): Promise<FaultProxy> {
  const links = new Set<Link>();
  let isRefusing = false;
  let prepare: (link: Link) => void = () => {};

  const server = createServer((client) => {
    client.on('error', () => {});
    if (isRefusing) {
      client.resetAndDestroy();
      return;
    }
    const link = join(client, createConnection({ host: '127.0.0.1', port: targetPort }));
    links.add(link);
    link.onClose(() => links.delete(link));
    prepare(link);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    links: () => [...links],
    cutOne(random) {
      const open = [...links].filter((link) => link.isOpen());
      if (open.length === 0) return false;
      const first = random.pick(['client', 'server', undefined] as const);
      random.pick(open).cut({
        reset: random.below(2) === 0,
        ...(first ? { first, otherAfterMs: random.between(0, 400) } : {}),
      });
      return true;
    },
    refuse(value) {
      isRefusing = value;
    },
    onLink(listener) {
      prepare = listener;
    },
    close() {
      for (const link of links) link.cut({ reset: true });
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function join(client: Socket, upstream: Socket): Link {
  const swallowed = new Set<Direction>();
  const timers = new Set<NodeJS.Timeout>();
  let delayMs = 0;
  let isCut = false;
  let isStalled = false;
  let decide: Parameters<Link['onChunk']>[0] = () => 'pass';
  let isSocket = false;
  client.once('data', (chunk: Buffer) => {
    isSocket = chunk.toString('latin1').startsWith('GET /socket');
  });
  client.setNoDelay(true);
  upstream.setNoDelay(true);

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };
  const end = (socket: Socket, reset: boolean) => {
    if (reset) socket.resetAndDestroy();
    else socket.destroy();
  };

  function pass(from: Socket, to: Socket, direction: Direction): void {
    const forward = (chunk: Buffer) => {
      if (isCut || swallowed.has(direction) || to.destroyed) return;
      if (to.write(chunk)) return;
      from.pause();
      to.once('drain', () => {
        if (!isStalled || from === client) from.resume();
      });
    };
    from.on('data', (chunk: Buffer) => {
      const fate = isCut ? 'pass' : decide(direction);
      if (fate === 'cut-before') return link.cut();
      // A flushed end lets the chunk arrive; a destroyed socket would take it along.
      if (fate === 'cut-after') {
        to.end(chunk);
        return link.cut({ first: direction === 'up' ? 'client' : 'server', otherAfterMs: 50 });
      }
      if (delayMs > 0) later(delayMs, () => forward(chunk));
      else forward(chunk);
    });
    from.on('end', () => {
      if (isCut || swallowed.has(direction)) return;
      if (delayMs > 0) later(delayMs, () => to.end());
      else to.end();
    });
    from.on('error', () => {});
    from.on('close', () => {
      // A link that swallows does not tell the other end; one that was cut tells it in its own time.
      if (isCut || swallowed.has(direction)) return;
      later(delayMs, () => to.destroy());
    });
  }
  const link: Link = {
    openedAt: performance.now(),
    isOpen: () => !isCut && !client.destroyed,
    isSocket: () => isSocket,
    cut({ reset = false, first, otherAfterMs = 0 } = {}) {
      if (isCut) return;
      isCut = true;
      for (const timer of timers) clearTimeout(timer);
      if (first !== 'server') end(client, reset);
      if (first !== 'client') end(upstream, reset);
      if (first) later(otherAfterMs, () => end(first === 'client' ? upstream : client, reset));
    },
    swallow(directions) {
      swallowed.clear();
      for (const direction of directions) swallowed.add(direction);
    },
    stall(value) {
      isStalled = value;
      if (value) upstream.pause();
      else upstream.resume();
    },
    delay(ms) {
      delayMs = ms;
    },
    onChunk(given) {
      decide = given;
    },
    onClose: (listener, end = 'client') =>
      void (end === 'client' ? client : upstream).once('close', listener),
  };
  pass(client, upstream, 'up');
  pass(upstream, client, 'down');
  return link;
}
