import { randomUUID } from 'node:crypto';
import { type DownFrame, type LogEvent, protocolVersion } from '@batonchat/protocol';
import { WebSocket } from 'ws';
import { until } from './wait.js';

/** What became of a command: the events that it led to, or the code of its refusal. */
export type Answer = { events: LogEvent[] } | { refused: string };

/** A socket with no client behind it, for what clients never do. */
export interface RawSocket {
  socket: WebSocket;
  /** Everything that came, in order. */
  received: DownFrame[];
  send(frame: Record<string, unknown>): void;
  /** Says it under this id, and waits for what the relay answers now. */
  say(conversationId: string, commandId: string, text: string): Promise<Answer>;
  /** The first frame from this index on that is so, now or later. */
  frame(what: string, from: number, isIt: (frame: DownFrame) => boolean): Promise<DownFrame>;
}

const answerWithinMs = 10_000;

/** A visitor's socket, whose conversation is open. The secret is the one of a client of theirs. */
export async function rawVisitor(url: string, secret: string | null): Promise<RawSocket> {
  const response = await fetch(`${url}/api/visitor/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  const { token } = (await response.json()) as { token: string };
  const raw = await openRaw(url, {}, { as: 'visitor', token });
  raw.send({
    type: 'open',
    sessionId: randomUUID(),
    startedAt: 1,
    page: null,
    pageTitle: null,
    referrer: null,
    locale: 'en',
    held: null,
  });
  await raw.frame('The snapshot', 0, ({ type }) => type === 'snapshot');
  return raw;
}

/** An agent's socket that has said hello. */
export const rawAgent = (url: string, cookie: string): Promise<RawSocket> =>
  openRaw(url, { cookie }, { as: 'agent' });

async function openRaw(
  url: string,
  headers: Record<string, string>,
  who: Record<string, string>,
): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket`, {
    headers: { ...headers, origin: url },
    perMessageDeflate: false,
  });
  const received: DownFrame[] = [];
  const looking = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString()) as DownFrame);
    for (const look of looking) look();
  });
  socket.on('error', () => {});
  await until('The socket is open', answerWithinMs, () => socket.readyState === WebSocket.OPEN);

  const send: RawSocket['send'] = (frame) => socket.send(JSON.stringify(frame));
  const frame: RawSocket['frame'] = (what, from, isIt) =>
    new Promise((resolve, reject) => {
      let next = from;
      const settle = () => {
        clearTimeout(timer);
        looking.delete(look);
      };
      const timer = setTimeout(() => {
        settle();
        reject(new Error(`${what}: not within ${answerWithinMs} ms.`));
      }, answerWithinMs);
      const look = () => {
        for (; next < received.length; next += 1) {
          const each = received[next];
          if (!each || !isIt(each)) continue;
          settle();
          return resolve(each);
        }
      };
      looking.add(look);
      look();
    });
  send({ type: 'hello', protocol: protocolVersion, ...who });
  await frame('The welcome', 0, ({ type }) => type === 'welcome');

  return {
    socket,
    received,
    send,
    frame,
    async say(conversationId, commandId, text) {
      const from = received.length;
      const command = { type: 'send-message', parts: [{ type: 'text', text }] };
      send({ type: 'command', conversationId, commandId, command });
      const answer = await frame(
        `The answer to ${commandId}`,
        from,
        (each) =>
          'conversationId' in each &&
          each.conversationId === conversationId &&
          ((each.type === 'events' && each.events.some(({ causedBy }) => causedBy === commandId)) ||
            (each.type === 'refused' && each.commandId === commandId)),
      );
      if (answer.type === 'refused') return { refused: answer.code };
      return { events: answer.type === 'events' ? answer.events : [] };
    },
  };
}
