import { closeCodes, type DownFrame, type Hello, protocolVersion, type UpFrame } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import type { ConnectionState } from '../state.js';
import { RelayBusy, TokenRefused, type Transport, type TransportConnection } from '../transport.js';
import { type LifeWatch, watchLife } from './life-watch.js';
import { connectionStateOf, idleLink, type Link, type LinkInput, nextLink } from './machine.js';
import { isOnline } from './online.js';
import { onWake } from './wake-events.js';

/** One lasting connection to a relay, over as many sockets as it takes. */
export interface Connection {
  /** Begins; calling it again does nothing. */
  connect(): void;
  /** Tries now rather than at `retryAt`, also after a terminal reason; probes a connection that is up. */
  insist(): void;
  /** False when it could not be sent; nothing is queued. */
  send(frame: UpFrame): boolean;
  destroy(): void;
}

/** What a connection needs, and whom it tells. */
export interface ConnectionOptions {
  transport: Transport;
  as: Hello['as'];
  clock: Clock;
  onState(state: ConnectionState): void;
  /** The relay knows us: what follows are answers to what is sent now. */
  onWelcome(frame: Extract<DownFrame, { type: 'welcome' }>): void;
  /** Every other frame, in order. */
  onFrame(frame: Exclude<DownFrame, { type: 'welcome' }>): void;
}

/** How long an attempt may take from its token to its welcome. */
const helloTimeoutMs = 10_000;
/** An attempt that is later than that was slept over. */
const sleptMs = 1000;
/** An attempt this old when the page wakes or the network comes back was made into a network that is gone. */
const staleMs = 3000;
/** The close code for a connection that ended without one (RFC 6455). */
const abnormal = 1006;

/** Keeps the machine of `machine.ts` running: its sockets, its timers, and the page's wake events. */
export function createConnection(options: ConnectionOptions): Connection {
  const { transport, clock } = options;
  let link: Link = idleLink;
  let socket: TransportConnection | null = null;
  let life: LifeWatch | null = null;
  let cancelTimer = () => {};
  let redialIfOlderThan = (_ms: number) => {};
  let stopListening = () => {};

  function input(given: LinkInput) {
    const before = link;
    link = nextLink(before, given, {
      now: clock.now(),
      random: clock.random(),
      isOnline: isOnline(),
    });
    if (link === before) return;
    const goesOn = link.phase === 'dialling' && link.attempt === before.attempt;
    if (link.phase !== 'up' && !goesOn) hangUp();
    if (link.attempt !== before.attempt) dial(link.attempt);
    if (link.phase === 'waiting') cancelTimer = clock.after(link.retryInMs, () => input({ type: 'retry' }));
    options.onState(connectionStateOf(link));
  }

  function hangUp() {
    cancelTimer();
    life?.stop();
    life = null;
    const dead = socket;
    socket = null;
    dead?.close();
  }

  function dial(attempt: number) {
    const isCurrent = () => link.attempt === attempt && (link.phase === 'dialling' || link.phase === 'up');
    const redial = () => {
      end(abnormal);
      input({ type: 'retry' });
    };
    const end = (code: number, retryAfterMs?: number) => {
      // Where there is no token to renew, one that is needed is a sign-in.
      const isSignedOut = code === closeCodes.tokenExpired && !transport.token;
      if (isCurrent())
        input({ type: 'ended', code: isSignedOut ? closeCodes.forbidden : code, retryAfterMs });
    };
    const refused = (error: unknown) =>
      end(
        error instanceof TokenRefused ? error.code : abnormal,
        error instanceof RelayBusy ? error.retryAfterMs : undefined,
      );
    const open = (token: string | null) => {
      if (!isCurrent()) return;
      socket = transport.connect({
        onOpen() {
          if (isCurrent()) socket?.send(helloOf(options.as, token));
        },
        onFrame(frame) {
          if (!isCurrent()) return;
          if (frame.type === 'welcome')
            // A socket that a sleep has killed tells nothing of the relay: there is nothing to wait for.
            welcomed(frame, (isWaking) => (isWaking ? redial() : end(abnormal)));
          else if (link.phase === 'up') {
            life?.heard();
            options.onFrame(frame);
          }
        },
        onClose: ({ code }) => end(code),
      });
    };
    const [begunAt, shownAt] = [clock.monotonic(), clock.now()];
    redialIfOlderThan = (ms) => {
      const age = Math.max(clock.monotonic() - begunAt, Math.abs(clock.now() - shownAt));
      if (link.phase === 'dialling' && age > ms) redial();
    };
    cancelTimer = clock.after(helloTimeoutMs, () => {
      // The page slept over it: that too tells nothing of the relay.
      redialIfOlderThan(helloTimeoutMs + sleptMs);
      end(abnormal);
    });
    const begin = () => {
      if (!isCurrent()) return;
      if (!transport.token) return open(null);
      transport.token(link.needsFreshToken).then(open, refused);
    };
    if (link.failures > 0 && transport.reach) transport.reach().then(begin, refused);
    else begin();
  }

  function welcomed(frame: Extract<DownFrame, { type: 'welcome' }>, onSilence: (isWaking: boolean) => void) {
    if (link.phase !== 'dialling') return;
    cancelTimer();
    life = watchLife({
      clock,
      heartbeatMs: frame.heartbeatMs,
      ping: () => socket?.send({ type: 'ping' }),
      onSilence,
    });
    input({ type: 'welcomed' });
    options.onWelcome(frame);
  }

  const insist = () => {
    life?.probe();
    redialIfOlderThan(staleMs);
    input({ type: 'insist' });
  };

  return {
    connect() {
      if (link.phase !== 'idle') return;
      stopListening = onWake(
        () => {
          if (link.phase !== 'closed') insist();
        },
        // To the machine it is the relay that was away for a moment: no failure, and dialled at the wake.
        () => input({ type: 'ended', code: closeCodes.restart }),
      );
      input({ type: 'connect' });
    },
    insist,
    send: (frame) => link.phase === 'up' && socket !== null && socket.send(frame),
    destroy() {
      stopListening();
      input({ type: 'destroyed' });
    },
  };
}

const helloOf = (as: Hello['as'], token: string | null): Hello =>
  as === 'visitor'
    ? { type: 'hello', as, protocol: protocolVersion, token: token ?? '' }
    : { type: 'hello', as, protocol: protocolVersion };
