import { randomBytes, randomUUID } from 'node:crypto';
import { type DownFrame, protocolVersion, type UpFrame } from '@batonchat/protocol';
import { agents, password } from '../people.js';
import { type Ears, openSocket, quotedAfter, type Side } from './wire.js';

type FrameOf<Type extends DownFrame['type']> = Extract<DownFrame, { type: Type }>;

const cookies = new Map<string, Promise<string>>();

/** A visitor's or an agent's socket that has said hello. */
export interface Person {
  say(frame: UpFrame): void;
  next<Type extends DownFrame['type']>(
    type: Type,
    where?: (frame: FrameOf<Type>) => boolean,
  ): Promise<FrameOf<Type>>;
  event(type: string): Promise<unknown>;
  /** From here on frames are not parsed: messages are for the ears, anything unexpected ends the run. */
  listen(): void;
  close(): void;
}

/** A visitor whose conversation is open. */
export async function openVisitor(url: string, ears: Ears): Promise<Person & { conversationId: string }> {
  const response = await fetch(`${url}/api/visitor/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: randomBytes(32).toString('base64url') }),
  });
  const { token } = (await response.json()) as { token: string };
  const visitor = await openPerson(url, 'visitor', ears, {});
  visitor.say({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
  await visitor.next('welcome');
  visitor.say({
    type: 'open',
    sessionId: randomUUID(),
    startedAt: Date.now(),
    page: 'https://shop.example/bags/harbour-tote',
    pageTitle: 'Harbour tote',
    referrer: null,
    locale: 'en',
    held: null,
  });
  const { conversationId } = await visitor.next('snapshot');
  return { ...visitor, conversationId };
}

/** An agent who has signed in; the number says which. */
export async function openAgent(url: string, index: number, ears: Ears): Promise<Person> {
  const email = agents[index % agents.length]?.email ?? '';
  const cookie = cookies.get(email) ?? signIn(url, email);
  cookies.set(email, cookie);
  const agent = await openPerson(url, 'agent', ears, { cookie: await cookie });
  agent.say({ type: 'hello', as: 'agent', protocol: protocolVersion });
  await agent.next('welcome');
  return agent;
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok)
    throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function openPerson(
  url: string,
  side: Side,
  ears: Ears,
  headers: Record<string, string>,
): Promise<Person> {
  const unread: DownFrame[] = [];
  let look = () => {};
  let hear = (text: string) => {
    unread.push(JSON.parse(text) as DownFrame);
    look();
  };
  const socket = await openSocket(`${url.replace('http', 'ws')}/socket`, (text) => hear(text), {
    origin: url,
    ...headers,
  });
  const person: Person = {
    say: (frame) => socket.send(JSON.stringify(frame)),
    next: (type, where = () => true) =>
      new Promise((resolve) => {
        look = () => {
          const at = unread.findIndex((frame) => frame.type === type && where(frame as never));
          if (at < 0) return;
          look = () => {};
          resolve(unread.splice(at, 1)[0] as never);
        };
        look();
      }),
    event: (type) => person.next('events', ({ events }) => events.some((event) => event.type === type)),
    listen() {
      hear = (text) => hearMessages(text, side, ears);
    },
    close: () => socket.terminate(),
  };
  return person;
}

const cause = '"causedBy":"';

/** An events frame may hold several messages, of both sides. */
function hearMessages(text: string, side: Side, ears: Ears): void {
  if (text.startsWith('{"type":"refused"') || text.startsWith('{"type":"error"')) throw new Error(text);
  for (let found = quotedAfter(text, cause); found; found = quotedAfter(text, cause, found.end))
    if (found.value.startsWith(side)) ears.acked(found.value);
    else ears.delivered(found.value);
}
