import type { DownFrame, UpFrame } from '@batonchat/protocol';
import { WebSocket } from 'ws';

type FrameOf<Type extends DownFrame['type']> = Extract<DownFrame, { type: Type }>;

/** A socket that speaks frames, and anything else that a test wants to say. */
export interface RawClient {
  socket: WebSocket;
  /** Everything that came, in order. */
  received: DownFrame[];
  /** The first frame of these types that was not asked for yet, now or within five seconds. */
  next<Type extends DownFrame['type']>(
    types: Type | readonly Type[],
    where?: (frame: FrameOf<Type>) => boolean,
  ): Promise<FrameOf<Type>>;
  send(frame: UpFrame | Record<string, unknown>): void;
  sendRaw(data: string | Buffer): void;
  closed: Promise<{ code: number; reason: string }>;
  close(): Promise<void>;
}

const withinMs = 5_000;

/** Opens a socket; rejects with the status of the answer when it is refused. */
export async function openSocket(url: string, headers: Record<string, string> = {}): Promise<RawClient> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket`, { headers });
  const received: DownFrame[] = [];
  const unread: DownFrame[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString()) as DownFrame;
    received.push(frame);
    unread.push(frame);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_, response) => {
      reject(new Error(`${response.statusCode}`));
      response.destroy();
    });
    socket.once('error', reject);
  });
  socket.on('error', () => {});

  return {
    socket,
    received,
    closed,
    next: (types, where = () => true) =>
      new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          waiting.delete(look);
          const seen = unread.map((frame) => JSON.stringify(frame).slice(0, 200)).join('\n');
          reject(new Error(`No ${types} came. Unread:\n${seen}`));
        }, withinMs);
        const look = () => {
          const at = unread.findIndex(
            (frame) => [types].flat().includes(frame.type as never) && where(frame as never),
          );
          if (at < 0) return;
          clearTimeout(tooLate);
          waiting.delete(look);
          resolve(unread.splice(at, 1)[0] as never);
        };
        waiting.add(look);
        look();
      }),
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendRaw: (data) => socket.send(data),
    async close() {
      socket.terminate();
      await closed;
    },
  };
}
