/**
 * The socket gateway: upgrades, says who is there, parses what comes in and lets it do its work. What a client
 * sends is never trusted: it is parsed by schema, answered by a typed error, and a repeated offence ends the socket.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type Author,
  closeCodes,
  type DownFrame,
  type ErrorCode,
  hello,
  limits,
  protocolVersion,
  upFrame,
} from '@batonchat/protocol';
import * as v from 'valibot';
import { WebSocket, WebSocketServer } from 'ws';
import type { SignedInAgent } from '../identity/agents.js';
import type { VisitorClaims } from '../identity/visitor-tokens.js';
import type { Logger } from '../logger.js';
import { type Connected, handlersOf, type Rooms } from './frame-handlers.js';

/** How the gateway learns who is there. */
export interface Doorman {
  /** Null: the upgrade is refused. `isSame`: the page is the relay's own. */
  admit(request: IncomingMessage): { isSame: boolean; ip: string | null } | null;
  visitorOf(token: string): Promise<VisitorClaims | null>;
  agentOf(request: IncomingMessage): Promise<SignedInAgent | null>;
}

export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends everybody away with `closeCodes.restart`. */
  close(): Promise<void>;
}

const heartbeatMs = 20_000;
const helloWithinMs = 5_000;
const sweepMs = 5_000;
const silentForMs = 1.5 * heartbeatMs + 5_000;
const bufferedBytes = 1024 * 1024;
const offencesBeforeClose = 5;
const agentSiteId = 'main';

/** Frames past this are answered by an error; past `limits.frameBytes` the socket ends before they are read. */
const softFrameBytes = limits.frameBytes / 2;

const errorFrame = (code: ErrorCode, message: string): DownFrame => ({ type: 'error', code, message });

/** Says what was wrong before the close frame that ws sends for a frame past the limit (RFC 6455, 1009). */
class PoliteWebSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    if (code === 1009 && this.readyState === WebSocket.OPEN)
      this.send(JSON.stringify(errorFrame('oversized', `A frame may have ${softFrameBytes} bytes.`)));
    super.close(code, data);
  }
}

export function createGateway(rooms: Rooms, doorman: Doorman, log: Logger): Gateway {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    WebSocket: PoliteWebSocket,
  });
  const lastHeard = new Map<WebSocket, number>();

  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [socket, at] of lastHeard) if (now - at > silentForMs) socket.terminate();
  }, sweepMs);
  sweep.unref();

  function welcome(
    socket: WebSocket,
    request: IncomingMessage,
    admitted: { isSame: boolean; ip: string | null },
  ) {
    let session: Connected | null = null;
    let handlers: ReturnType<typeof handlersOf> | null = null;
    let offences = 0;
    let isGreeting = false;
    let expiry: NodeJS.Timeout | undefined;
    lastHeard.set(socket, performance.now());

    const sendText = (json: string) => {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > bufferedBytes) socket.close(closeCodes.slow, 'Reads too slowly.');
      else socket.send(json);
    };
    const send = (frame: DownFrame) => sendText(JSON.stringify(frame));
    const offend = (code: ErrorCode, message: string) => {
      send(errorFrame(code, message));
      offences += 1;
      if (offences >= offencesBeforeClose) socket.close(closeCodes.offence, 'Too many bad frames.');
    };
    const helloTimer = setTimeout(() => {
      send(errorFrame('unauthorised', 'The first frame is hello, within 5 seconds.'));
      socket.close(closeCodes.tokenExpired, 'No hello.');
    }, helloWithinMs);

    function join(participant: Author, siteId: string, expiresAt: number): void {
      session = {
        participant,
        siteId,
        isAgent: participant.kind === 'agent',
        sendText,
        send,
        ip: admitted.ip,
        userAgent: request.headers['user-agent']?.slice(0, 512) ?? null,
        conversationId: null,
      };
      handlers = handlersOf(session, rooms);
      rooms.sessions.add(session);
      const leftMs = Math.min(expiresAt - rooms.store.now(), 2 ** 31 - 1);
      expiry = setTimeout(
        () => socket.close(closeCodes.tokenExpired, 'The token has expired.'),
        Math.max(leftMs, 0),
      );
      expiry.unref();
      send({ type: 'welcome', protocol: protocolVersion, participant, heartbeatMs });
    }

    async function greet(frame: unknown): Promise<void> {
      isGreeting = true;
      const parsed = v.safeParse(hello, frame);
      if (!parsed.success) {
        send(errorFrame('unauthorised', 'The first frame is hello.'));
        return socket.close(closeCodes.forbidden, 'No hello.');
      }
      clearTimeout(helloTimer);
      const { output } = parsed;
      if (output.protocol > protocolVersion || output.protocol < protocolVersion - 1) {
        send(errorFrame('too-old', `This relay speaks protocol ${protocolVersion}. Reload the page.`));
        return socket.close(closeCodes.tooOld, 'Reload.');
      }
      if (output.as === 'visitor') {
        const claims = await doorman.visitorOf(output.token);
        if (claims)
          return join(
            { kind: 'visitor', id: claims.visitorId, name: null, avatarUrl: null },
            claims.siteId,
            claims.expiresAt,
          );
        send(errorFrame('unauthorised', 'The token is not valid.'));
        return socket.close(closeCodes.tokenExpired, 'Not valid.');
      }
      const agent = admitted.isSame ? await doorman.agentOf(request) : null;
      if (agent) {
        const { id, name, avatarUrl } = agent;
        return join({ kind: 'agent', id, name, avatarUrl }, agentSiteId, agent.sessionExpiresAt);
      }
      send(errorFrame('unauthorised', 'Sign in first.'));
      socket.close(closeCodes.forbidden, 'Not signed in.');
    }

    async function take(data: Buffer, isBinary: boolean): Promise<void> {
      if (isBinary) return offend('malformed', 'Frames are text.');
      if (data.byteLength > softFrameBytes)
        return offend('oversized', `A frame may have ${softFrameBytes} bytes.`);
      let json: unknown;
      try {
        json = JSON.parse(data.toString('utf8'));
      } catch {
        return offend('malformed', 'The frame is no JSON.');
      }
      if (!session || !handlers)
        return isGreeting ? offend('unauthorised', 'Wait for welcome.') : greet(json);
      const parsed = v.safeParse(upFrame, json);
      if (!parsed.success) return offend(...whatIsWrong(json, parsed.issues));
      const frame = parsed.output;
      try {
        await (handlers[frame.type] as (frame: unknown) => Promise<void> | void)(frame);
      } catch (error) {
        log.error('A frame could not be handled.', { type: frame.type, error });
        send(errorFrame('try-later', 'The relay could not do that just now.'));
      }
    }

    socket.on('message', (data: Buffer, isBinary: boolean) => {
      lastHeard.set(socket, performance.now());
      take(data, isBinary).catch((error: unknown) => {
        log.error('A frame could not be handled.', { error });
        socket.close(1011, 'The relay failed.');
      });
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(helloTimer);
      clearTimeout(expiry);
      lastHeard.delete(socket);
      if (session) rooms.sessions.remove(session);
    });
  }

  return {
    upgrade(request, socket, head) {
      const admitted = doorman.admit(request);
      if (!admitted) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (webSocket) => welcome(webSocket, request, admitted));
    },
    async close() {
      clearInterval(sweep);
      const sockets = [...lastHeard.keys()];
      for (const socket of sockets) socket.close(closeCodes.restart, 'The relay restarts.');
      await Promise.all(
        sockets.map(
          (socket) =>
            new Promise<void>((resolve) => {
              const timer = setTimeout(() => socket.terminate(), 1000);
              socket.once('close', () => {
                clearTimeout(timer);
                resolve();
              });
            }),
        ),
      );
      server.close();
    },
  };
}

function whatIsWrong(json: unknown, issues: v.BaseIssue<unknown>[]): [ErrorCode, string] {
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
  const isKnown = upFrame.options.some((option) => option.entries.type.literal === type);
  if (!isKnown) return ['unknown-type', `There is no frame of type ${JSON.stringify(type)?.slice(0, 50)}.`];
  const [issue] = issues;
  return [
    'invalid',
    `${issue ? (v.getDotPath(issue) ?? 'frame') : 'frame'}: ${issue?.message ?? 'is not valid.'}`.slice(
      0,
      300,
    ),
  ];
}
