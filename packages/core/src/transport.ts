import type { DownFrame, UpFrame } from '@batonchat/protocol';
import type { FileTransport } from './files/file-transport.js';
import type { TranscriptTransport } from './transcripts/transcript-transport.js';

/** Why a connection ended, as the transport knows it. `code` is a WebSocket close code (RFC 6455). */
export interface TransportClose {
  code: number;
  reason: string;
}

/** What a connection tells its owner. Nothing is called during `connect`, after `onClose` or after `close`. */
export interface TransportHandlers {
  onOpen(): void;
  onFrame(frame: DownFrame): void;
  onClose(close: TransportClose): void;
}

/** The client's end of one connection. */
export interface TransportConnection {
  /** Sends now or not at all: a transport keeps no queue. False when it could not. */
  send(frame: UpFrame): boolean;
  /** Ends the connection at once, however dead the other side is. */
  close(): void;
}

/** The port to a relay: one connection a call, over a WebSocket or to a relay in this very page. */
export interface Transport {
  /** A token will be wanted as soon as the code that connects is there: it may be asked for now. */
  prepare?(): void;
  connect(handlers: TransportHandlers): TransportConnection;
  /**
   * A visitor's short-lived token; `fresh` asks for a new one. Rejects with a `TokenRefused` when the relay
   * says no, with a `RelayBusy` when it names a time, with anything else when it cannot be reached.
   */
  token?(fresh: boolean): Promise<string>;
  /**
   * Resolves when the relay is there to connect to. Asked after a failure, before the next connection: browsers
   * hold new sockets back for seconds once several have failed (Chromium's WebSocket throttling), requests not.
   * Rejects with a `RelayBusy` when it names a time.
   */
  reach?(): Promise<void>;
  /**
   * Where files are kept: a relay's address, which mails transcripts too, or a place of their own; left out where there are
   * none.
   */
  files?: string | (() => Promise<FileTransport>);
  /** How transcripts are mailed where `files` is no relay's address; left out where they are not. */
  transcripts?(): Promise<TranscriptTransport>;
}

/** The relay gives this visitor no token. `code` is the close code that means the same. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

/** The relay does not want to be asked again before `retryAfterMs`. */
export class RelayBusy extends Error {
  override readonly name = 'RelayBusy';
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}
