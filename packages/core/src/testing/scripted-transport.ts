import type { DownFrame, UpFrame } from '@batonchat/protocol';
import type { Transport, TransportHandlers } from '../transport.js';

/** One connection of a scripted transport, from the relay's side. */
export interface ScriptedConnection {
  handlers: TransportHandlers;
  sent: UpFrame[];
  isClosed: boolean;
}

/** A transport whose other end is the test itself. */
export interface ScriptedTransport extends Transport {
  connections: ScriptedConnection[];
  /** The newest connection. */
  current(): ScriptedConnection;
  /** Opens the newest connection and welcomes it. */
  welcome(heartbeatMs?: number): void;
  receive(frame: DownFrame): void;
}

export function createScriptedTransport(): ScriptedTransport {
  const connections: ScriptedConnection[] = [];
  const current = () => {
    const connection = connections.at(-1);
    if (!connection) throw new Error('Nobody has connected yet.');
    return connection;
  };
  return {
    connections,
    current,
    connect(handlers) {
      const connection: ScriptedConnection = { handlers, sent: [], isClosed: false };
      connections.push(connection);
      return {
        send(frame) {
          connection.sent.push(frame);
          return true;
        },
        close() {
          connection.isClosed = true;
        },
      };
    },
    welcome(heartbeatMs = 25_000) {
      const { handlers } = current();
      handlers.onOpen();
      const participant = { kind: 'visitor', id: 'v', name: null, avatarUrl: null } as const;
      handlers.onFrame({ type: 'welcome', protocol: 1, participant, heartbeatMs });
    },
    receive: (frame) => current().handlers.onFrame(frame),
  };
}
