import { randomBytes, randomUUID } from 'node:crypto';
import type { Ledger } from './ledger.js';
import { type RawSocket, rawVisitor } from './raw-socket.js';
import { pause } from './wait.js';

/** Visitors on bare sockets who talk without waiting for an answer. Their messages are in the books. */
export interface Flood {
  conversationIds: readonly string[];
  /** Sends so many messages a second, over all of them, or as many as are answered. Returns how many it sent. */
  run(perSecond: number, forMs: number): Promise<number>;
  close(): void;
}

const lookEveryMs = 5;
/** What may be unanswered: more would only measure how long a queue is. */
const mostUnanswered = 100;

/** So many visitors, each with a conversation; a message has this many characters. */
export async function openFlood(
  url: string,
  { ledger, count, characters }: { ledger: Ledger; count: number; characters: number },
): Promise<Flood> {
  const sockets = await Promise.all(
    Array.from({ length: count }, () => rawVisitor(url, randomBytes(32).toString('base64url'))),
  );
  const floods = sockets.map((raw) => ({ raw, conversationId: conversationOf(raw) }));
  const unanswered = new Map<string, { ackedAt: number | null }>();
  for (const { socket } of sockets)
    socket.on('message', (data: Buffer) => {
      for (const [, id = ''] of data.toString().matchAll(/"causedBy":"([^"]+)"/g)) {
        const message = unanswered.get(id);
        if (message) message.ackedAt ??= performance.now();
        unanswered.delete(id);
      }
    });
  const text = 'x'.repeat(characters);

  function say({ raw, conversationId }: (typeof floods)[number]): void {
    const id = randomUUID();
    const view = { id: conversationId, kind: 'visitor' as const };
    const message = ledger.enter(view, { id, conversationId, sentAt: performance.now() });
    unanswered.set(id, message);
    const command = { type: 'send-message', parts: [{ type: 'text', text }] };
    raw.send({ type: 'command', conversationId, commandId: id, command });
  }

  return {
    conversationIds: floods.map(({ conversationId }) => conversationId),
    async run(perSecond, forMs) {
      let said = 0;
      let due = 0;
      let last = performance.now();
      const endsAt = last + forMs;
      while (last < endsAt) {
        await pause(lookEveryMs);
        const now = performance.now();
        due = Math.min(due + ((now - last) / 1000) * perSecond, mostUnanswered - unanswered.size);
        last = now;
        for (; due >= 1; due -= 1) {
          const flood = floods[said % floods.length];
          if (flood) say(flood);
          said += 1;
        }
      }
      return said;
    },
    close() {
      for (const { socket } of sockets) socket.terminate();
    },
  };
}

function conversationOf({ received }: RawSocket): string {
  const snapshot = received.find(({ type }) => type === 'snapshot');
  return snapshot && 'conversationId' in snapshot ? snapshot.conversationId : '';
}
