import { closeCodes, type DownFrame, hello, type UpFrame, upFrame } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import type { TransportConnection, TransportHandlers } from '../transport.js';
import { readWith } from './read.js';

/** The relay's end of one connection. */
export interface Wire {
  send(frame: DownFrame): void;
  /** Ends the connection as the relay would, with a close code. */
  close(code: number): void;
  /** Loses the connection as a network would. */
  cut(): void;
}

/** What a relay does with one connection. */
export interface WireSession {
  receive(frame: UpFrame): void;
  over(): void;
}

/** What one connection needs of the relay. */
export interface WireOptions {
  clock: Clock;
  /** How long a frame takes, either way; read anew for each. */
  latencyMs(): number;
  /** False: there is no network, and nobody gets through. */
  isReachable(): boolean;
  serve(wire: Wire): WireSession;
}

const abnormal = 1006;

/**
 * A connection in this page, as like a socket as can be: frames cross as JSON, in order and never at once, and
 * what a client sends is checked against the schema.
 */
export function openWire(options: WireOptions, handlers: TransportHandlers): TransportConnection {
  const { clock } = options;
  let isOpen = false;
  let isOver = false;
  let session: WireSession | null = null;
  let lastAt = 0;

  // Later frames wait for earlier ones, even when the latency has been lowered meanwhile.
  const deliver = (run: () => void) => {
    lastAt = Math.max(lastAt, clock.monotonic() + options.latencyMs());
    const ms = lastAt - clock.monotonic();
    if (ms > 0) clock.after(ms, run);
    else queueMicrotask(run);
  };
  const end = (code: number) => {
    if (isOver) return;
    isOver = true;
    session?.over();
    handlers.onClose({ code, reason: '' });
  };
  const wire: Wire = {
    send(frame) {
      const text = JSON.stringify(frame);
      deliver(() => {
        if (!isOver) handlers.onFrame(JSON.parse(text));
      });
    },
    close: (code) => deliver(() => end(code)),
    cut: () => end(abnormal),
  };

  deliver(() => {
    if (isOver) return;
    if (!options.isReachable()) return end(abnormal);
    isOpen = true;
    session = options.serve(wire);
    handlers.onOpen();
  });

  return {
    send(frame) {
      if (!isOpen || isOver) return false;
      const text = JSON.stringify(frame);
      deliver(() => {
        if (isOver) return;
        const value: unknown = JSON.parse(text);
        const read = readWith(upFrame, value) ?? readWith(hello, value);
        if (read) session?.receive(read);
        else wire.close(closeCodes.offence);
      });
      return true;
    },
    close() {
      if (isOver) return;
      isOver = true;
      session?.over();
    },
  };
}
