import type { Socket } from 'node:net';
import type { RawClient } from './raw-client.js';

/** What a frame may be against the rules of RFC 6455. */
export interface WireFrame {
  opcode?: number;
  payload?: Buffer | string;
  isFinal?: boolean;
  /** The three reserved bits. */
  reserved?: number;
  isMasked?: boolean;
  /** What the header says, where that is not how long the payload is. */
  claimedLength?: number;
}

/** A frame as a client puts it on the wire: a masked, whole text frame unless said otherwise. */
export function wireFrame(frame: WireFrame = {}): Buffer {
  const { opcode = 1, isFinal = true, reserved = 0, isMasked = true } = frame;
  const payload = Buffer.from(frame.payload ?? '');
  const length = frame.claimedLength ?? payload.length;
  const sizes =
    length < 126
      ? Buffer.from([length])
      : length < 65_536
        ? Buffer.from([126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([127]), bigEndian(length)]);
  sizes[0] = (sizes[0] ?? 0) | (isMasked ? 0x80 : 0);
  const start = Buffer.from([(isFinal ? 0x80 : 0) | (reserved << 4) | opcode]);
  if (!isMasked) return Buffer.concat([start, sizes, payload]);
  // A mask of zeros is one, and leaves the payload as it is.
  return Buffer.concat([start, sizes, Buffer.alloc(4), payload]);
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

/** The socket under an open WebSocket, to write what no WebSocket would. */
export const wireOf = (client: Pick<RawClient, 'socket'>): Socket =>
  (client.socket as unknown as { _socket: Socket })._socket;
