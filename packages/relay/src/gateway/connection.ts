/** One socket's life: it says who it is, its frames are read and done, and it ends. */
import type { IncomingMessage } from 'node:http';
import {
  type Author,
  closeCodes,
  type DownFrame,
  type ErrorCode,
  hello,
  protocolVersion,
  type UpFrame,
  type VerifiedIdentity,
} from '@batonchat/protocol';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import type { SignedInAgent } from '../identity/agents.js';
import type { KnownVisitor } from '../identity/visitor-tokens.js';
import type { Logger } from '../logger.js';
import { type Connected, handlersOf, type Rooms } from './frame-handlers.js';
import { type CommandRates, rateWindowMs } from './rate-limits.js';
import { readFrame, readJson } from './read-frame.js';
import { createTokenBucket } from './token-bucket.js';

/** Who was let in, before they have said who they are. */
export interface Admitted {
  /** The page is the relay's own. */
  isSame: boolean;
  ip: string | null;
}

/** How the gateway learns who is there. */
export interface Doorman {
  /** Null: the upgrade is refused. */
  admit(request: IncomingMessage): Admitted | null;
  visitorOf(token: string): Promise<KnownVisitor | null>;
  agentOf(request: IncomingMessage): Promise<SignedInAgent | null>;
  /** Which of these sessions of agents still stand. */
  stillSignedIn(sessionIds: readonly string[]): Promise<Set<string>>;
}

/** An open socket, as the gateway keeps it. */
export interface Connection {
  socket: WebSocket;
  /** By `performance.now()`. */
  lastHeardAt: number;
  /** The session of the agent behind it, once there is one. */
  agentSessionId: string | null;
}

/** What all connections of a gateway have in common. */
export interface ConnectionOptions {
  rooms: Rooms;
  doorman: Doorman;
  log: Logger;
  rates: CommandRates;
  framesPerWindow: number;
  helloWithinMs: number;
  heartbeatMs: number;
}

const bufferedBytes = 1024 * 1024;
const offencesBeforeClose = 5;
/** How long a peer that said no hello has to answer our close frame. */
const silentWithinMs = 3_000;
/** The site that agents work at: there is one until a screen shows more. */
export const agentSiteId = 'main';
/** RFC 6455: data of a type that can't be accepted. */
const notText = 1003;

/** Takes over a socket that was let in: from here on it is heard, until it ends. */
export function connect(
  socket: WebSocket,
  request: IncomingMessage,
  admitted: Admitted,
  options: ConnectionOptions,
): Connection {
  const { rooms, doorman, log, rates } = options;
  const connection: Connection = { socket, lastHeardAt: performance.now(), agentSessionId: null };
  const frames = createTokenBucket(options.framesPerWindow, rateWindowMs, () => performance.now());
  let session: Connected | null = null;
  let handlers: ReturnType<typeof handlersOf> | null = null;
  let leaveRates: (() => void) | undefined;
  let offences = 0;
  /** Frames are done one after the other, so that none overtakes the one that it builds on; null when all are. */
  let underWay: Promise<void> | null = null;
  /** What the upgrade said of its sender; not kept longer than until the hello, since it is large. */
  let upgrade: IncomingMessage | null = request;
  let expiry: NodeJS.Timeout | undefined;
  let resumption: NodeJS.Timeout | undefined;

  const isOpen = () => socket.readyState === WebSocket.OPEN;
  const sendText = (json: string) => {
    if (!isOpen()) return;
    if (socket.bufferedAmount <= bufferedBytes) return socket.send(json);
    log.info('A socket that reads too slowly is sent away.', { bufferedBytes: socket.bufferedAmount });
    socket.close(closeCodes.slow, 'Reads too slowly.');
  };
  const send = (frame: DownFrame) => sendText(JSON.stringify(frame));
  const offend = ({ code, message }: { code: ErrorCode; message: string }) => {
    send({ type: 'error', code, message });
    offences += 1;
    if (offences >= offencesBeforeClose) socket.close(closeCodes.offence, 'Too many bad frames.');
  };
  const sendAway = (closeCode: number, code: ErrorCode, message: string) => {
    send({ type: 'error', code, message });
    socket.close(closeCode, message);
  };
  const helloTimer = setTimeout(() => {
    sendAway(closeCodes.tokenExpired, 'unauthorised', 'The first frame is hello, within 5 seconds.');
    // Who says nothing seldom listens either, and owes us nothing that would be worth a longer wait.
    expiry = setTimeout(() => socket.terminate(), silentWithinMs);
  }, options.helloWithinMs);

  function join(participant: Author, siteId: string, identity: VerifiedIdentity | null): void {
    if (!isOpen()) return;
    const { commands, leave } = rates.join(participant);
    leaveRates = leave;
    session = {
      participant,
      siteId,
      isAgent: participant.kind === 'agent',
      sendText,
      send,
      ip: admitted.ip,
      userAgent: upgrade?.headers['user-agent']?.slice(0, 512) ?? null,
      identity,
      conversationId: null,
      commands,
      ...(participant.kind === 'visitor' && !identity
        ? { renew: () => socket.close(closeCodes.tokenExpired, 'The visitor has signed in.') }
        : {}),
    };
    upgrade = null;
    handlers = handlersOf(session, rooms);
    rooms.sessions.add(session);
    const { heartbeatMs } = options;
    const now = rooms.store.now();
    send({ type: 'welcome', protocol: protocolVersion, participant, heartbeatMs, now });
  }

  async function greet(json: unknown): Promise<void> {
    const parsed = v.safeParse(hello, json);
    if (!parsed.success) return sendAway(closeCodes.forbidden, 'unauthorised', 'The first frame is hello.');
    clearTimeout(helloTimer);
    const { output } = parsed;
    if (output.protocol > protocolVersion || output.protocol < protocolVersion - 1)
      return sendAway(
        closeCodes.tooOld,
        'too-old',
        `This relay speaks protocol ${protocolVersion}. Reload the page.`,
      );
    if (output.as === 'visitor') {
      const claims = await doorman.visitorOf(output.token);
      if (!claims) return sendAway(closeCodes.tokenExpired, 'unauthorised', 'The token is not valid.');
      const { visitorId: id, siteId, identity } = claims;
      join({ kind: 'visitor', id, name: identity?.name ?? null, avatarUrl: null }, siteId, identity);
      if (!isOpen()) return;
      // Not unref'd: of such timers Node keeps something until their time, also when they are cleared.
      expiry = setTimeout(
        () => socket.close(closeCodes.tokenExpired, 'The token has expired.'),
        claims.expiresAt - rooms.store.now(),
      );
      return;
    }
    const agent = admitted.isSame && upgrade ? await doorman.agentOf(upgrade) : null;
    if (!agent) return sendAway(closeCodes.forbidden, 'unauthorised', 'Sign in first.');
    connection.agentSessionId = agent.sessionId;
    const { id, name, avatarUrl } = agent;
    join({ kind: 'agent', id, name, avatarUrl }, agentSiteId, null);
  }

  /** Undefined when nothing behind it has to wait. */
  function take(data: Buffer, isBinary: boolean): Promise<void> | undefined {
    // Between our close frame and theirs a socket still delivers.
    if (!isOpen()) return;
    if (isBinary) return void sendAway(notText, 'malformed', 'Frames are text.');
    const read = readJson(data);
    if ('error' in read) return void offend(read.error);
    if (!handlers) return greet(read.json);
    const parsed = readFrame(read.json);
    if ('error' in parsed) return void offend(parsed.error);
    const work = run(parsed.frame, handlers);
    // What is behind a command need not wait for its commit; commands keep their order in the hub's queue.
    return parsed.frame.type === 'command' ? undefined : work;
  }

  /** Waits for what is under way; most often nothing is, and then no promise is made. */
  function hear(data: Buffer, isBinary: boolean): void {
    const work = underWay ? underWay.then(() => take(data, isBinary)) : take(data, isBinary);
    if (!work) return;
    const over = work.catch(fail).then(() => {
      if (underWay === over) underWay = null;
    });
    underWay = over;
  }

  function fail(error: unknown): void {
    log.error('A frame could not be read.', { error });
    socket.close(1011, 'The relay failed.');
  }

  async function run(frame: UpFrame, by: NonNullable<typeof handlers>): Promise<void> {
    try {
      await (by[frame.type as keyof typeof by] as (frame: unknown) => Promise<void> | void)(frame);
    } catch (error) {
      log.error('A frame could not be handled.', { type: frame.type, error });
      send({ type: 'error', code: 'try-later', message: 'The relay could not do that just now.' });
    }
  }

  /** Nothing is dropped: who sends too fast is read more slowly, and TCP tells them so. */
  function slowDown(): void {
    // What has been read already is still delivered, so it is owed.
    if (frames.owe() || socket.isPaused) return;
    socket.pause();
    resumption = setTimeout(resume, frames.waitMs());
  }

  function resume(): void {
    const waitMs = frames.waitMs();
    if (waitMs > 0) resumption = setTimeout(resume, waitMs);
    else socket.resume();
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    connection.lastHeardAt = performance.now();
    if (!isOpen()) return;
    slowDown();
    try {
      hear(data, isBinary);
    } catch (error) {
      fail(error);
    }
  });
  socket.on('pong', () => {
    connection.lastHeardAt = performance.now();
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    clearTimeout(helloTimer);
    clearTimeout(expiry);
    clearTimeout(resumption);
    if (session) rooms.sessions.remove(session);
    leaveRates?.();
  });
  return connection;
}
