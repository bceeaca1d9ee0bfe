import type { IncomingMessage } from 'node:http';
import type { NodeRequest } from '../relay-options.js';
import { type AllowedOrigin, checkOrigin, clientAddress, type RequestOrigin } from './origins.js';

/** Where requests come from, as far as their headers and the trusted proxies say. */
export interface FrontDoor {
  /** The host that the browser of this request asked, as far as it and the trusted proxies say. */
  hostOf(headers: Headers): string | null;
  /** The origin under which the browser of this request reaches the relay. */
  ownOrigin(request: Request): string;
  /** Whether the page that asks may hold a visitor's session here. */
  originOf(request: Request): RequestOrigin;
  /** Whether pages of this origin may embed the chat. It is written as browsers write it, or it may not. */
  mayEmbed(request: Request, origin: string): boolean;
  /** The address of whoever asks; `incoming` is Node's own request, which knows the peer. */
  addressOf(request: Request, incoming: NodeRequest['incoming']): string | null;
  /** Null: a page that may not hold a socket. */
  admit(request: IncomingMessage): { isSame: boolean; ip: string | null } | null;
}

/** `publicUrl` wins over what a request says of its own address. */
export function createFrontDoor({
  publicUrl,
  trustedProxies,
  origins,
}: {
  publicUrl: string | undefined;
  trustedProxies: number;
  origins: readonly AllowedOrigin[];
}): FrontDoor {
  const fixedOrigin = publicUrl === undefined ? null : new URL(publicUrl).origin;

  function own(headers: Headers, isTls: boolean): string {
    if (fixedOrigin) return fixedOrigin;
    const scheme = forwarded(headers, 'x-forwarded-proto') ?? (isTls ? 'https' : 'http');
    return `${scheme}://${hostOf(headers)}`;
  }
  const forwarded = (headers: Headers, name: string) =>
    trustedProxies > 0 ? headers.get(name)?.split(',').at(-1)?.trim() || null : null;
  const hostOf = (headers: Headers) => forwarded(headers, 'x-forwarded-host') ?? headers.get('host');
  const address = (headers: Headers, peer: string | undefined) =>
    clientAddress(headers.get('x-forwarded-for'), peer, trustedProxies);
  const ownOrigin = (request: Request) => own(request.headers, request.url.startsWith('https:'));

  return {
    hostOf,
    ownOrigin,
    originOf: (request) => checkOrigin(request.headers.get('origin'), ownOrigin(request), origins),
    mayEmbed: (request, origin) =>
      URL.canParse(origin) &&
      new URL(origin).origin === origin &&
      checkOrigin(origin, ownOrigin(request), origins).isAllowed,
    addressOf: (request, incoming) => address(request.headers, incoming?.socket.remoteAddress),
    admit(request) {
      const headers = headersOf(request);
      const { origin, isSame, isAllowed } = checkOrigin(
        headers.get('origin'),
        own(headers, 'encrypted' in request.socket),
        origins,
      );
      if (origin === null || !isAllowed) return null;
      return { isSame, ip: address(headers, request.socket.remoteAddress) };
    },
  };
}

/** Node's headers as those of a fetch request. */
export function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}
