import { WebSocket } from 'ws';

/** What one end of a pair hears. */
export interface Ears {
  /** Its own message is accepted, and stored where the subject stores. */
  acked(messageId: string): void;
  /** A message of the other end has come. */
  delivered(messageId: string): void;
}

/** One socket of a pair. */
export interface End {
  send(messageId: string, text: string): void;
  close(): void;
}

/** The two ends of a pair: a visitor and an agent. */
export type Side = 'visitor' | 'agent';

/** How the load speaks to one kind of server, reading no more of an answer than it needs. */
export interface Wire {
  /** Opens both ends of the pair of this number; resolves when both can send. */
  openPair(url: string, index: number, earsOf: (side: Side) => Ears): Promise<Record<Side, End>>;
  /** Opens one socket that will say nothing. */
  openIdle(url: string, index: number): Promise<{ close(): void }>;
}

/** A socket that has opened; what it hears is text. A socket that the server closes ends the run. */
export async function openSocket(
  url: string,
  heard: (text: string, socket: WebSocket) => void,
  headers: Record<string, string> = {},
): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  socket.on('message', (data: Buffer) => heard(data.toString(), socket));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('close', (code, reason) => {
    // Our own end of it has no code.
    if (code !== 1006) throw new Error(`The server closed a socket: ${code} ${reason.toString()}`);
  });
  return socket;
}

/** What stands between a mark and the next quote. */
export function quotedAfter(text: string, mark: string, from = 0): { value: string; end: number } | null {
  const at = text.indexOf(mark, from);
  if (at < 0) return null;
  const start = at + mark.length;
  const end = text.indexOf('"', start);
  return { value: text.slice(start, end), end };
}
