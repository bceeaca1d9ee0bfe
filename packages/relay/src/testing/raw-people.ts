import { randomBytes, randomUUID } from 'node:crypto';
import { type Position, protocolVersion } from '@batonchat/protocol';
import { openSocket, type RawClient } from './raw-client.js';

/** A visitor's or an agent's socket that has said hello. */
export interface RawPerson extends RawClient {
  id: string;
  /** Sends a command; returns its id. */
  command(conversationId: string, command: Record<string, unknown>, commandId?: string): string;
  say(conversationId: string, text: string, commandId?: string): string;
}

/** A visitor whose conversation is open. */
export interface RawVisitor extends RawPerson {
  secret: string;
  token: string;
  conversationId: string;
  /** Where the client stood when it opened. */
  position: Position;
}

/** A secret as a visitor's browser mints it. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What `POST /api/visitor/token` gives for a secret. */
export async function visitorToken(url: string, secret: string, siteId?: string, identity?: string) {
  const response = await fetch(`${url}/api/visitor/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, siteId, identity }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as { token: string; visitorId: string; expiresAt: number };
}

/** The first frame that a visitor's client sends after its welcome. */
export const openFrame = (
  held: { conversationId: string; position: Position } | null = null,
  sessionId: string = randomUUID(),
) => ({
  type: 'open',
  sessionId,
  startedAt: 1,
  page: 'https://shop.example/',
  pageTitle: 'Shop',
  referrer: null,
  locale: 'en',
  held,
});

/** A visitor whose conversation is open. */
export async function openVisitor(
  url: string,
  {
    secret = newSecret(),
    headers = {},
    identity,
  }: { secret?: string; headers?: Record<string, string>; identity?: string } = {},
): Promise<RawVisitor> {
  const { token, visitorId } = await visitorToken(url, secret, undefined, identity);
  const client = await openSocket(url, { origin: url, ...headers });
  client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
  await client.next('welcome');
  client.send(openFrame());
  const { conversationId, position } = await client.next('snapshot');
  return { ...person(client, visitorId), secret, token, conversationId, position };
}

/** The cookie of an agent who signs in. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** An agent's socket by the cookie of a session. */
export async function openAgent(url: string, cookie: string): Promise<RawPerson> {
  const client = await openSocket(url, { origin: url, cookie });
  client.send({ type: 'hello', as: 'agent', protocol: protocolVersion });
  const { participant } = await client.next('welcome');
  return person(client, participant.id);
}

function person(client: RawClient, id: string): RawPerson {
  const command: RawPerson['command'] = (conversationId, what, commandId = randomUUID()) => {
    client.send({ type: 'command', conversationId, commandId, command: what });
    return commandId;
  };
  return {
    ...client,
    id,
    command,
    say: (conversationId, text, commandId) =>
      command(conversationId, { type: 'send-message', parts: [{ type: 'text', text }] }, commandId),
  };
}
