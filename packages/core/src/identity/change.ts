import type { VisitorCommand } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import { backoffMs } from '../connection/backoff.js';
import type { GetToken, Persona } from '../persona.js';
import { durableOutbox } from '../storage/durable-outbox.js';
import type { ChatStorage } from '../storage/storage.js';
import { subjectOf } from './subject-of.js';

/** What signing in and out is done with: the client that it is for. */
export interface ChangeOptions {
  /** What the page has given last. */
  getToken(): GetToken | undefined;
  /** For whom the client speaks now. */
  persona(): Persona;
  /** `forgotten` settles when what must not be read any more is gone. */
  become(persona: Persona, forgotten?: Promise<unknown>): void;
  signOut(): void;
  /** Whoever is here while nobody is signed in. */
  anonymous: Persona;
  clock: Clock;
  /** Left out with a transport of the page's own, which knows of no identities. */
  relay: string | undefined;
  siteId: string;
  /** Of whoever `identity` tells of, under a name that nobody else has, or else of whoever has the secret in `storage`. */
  personaOf(storage: ChatStorage<VisitorCommand>, identity?: () => Promise<string>, name?: string): Persona;
}

/**
 * Asks the page for a token until it gives one, or says that nobody is signed in; the client then speaks for that person.
 * What was said before and is not sent yet is theirs.
 */
export async function signIn(options: ChangeOptions, failures = 0): Promise<void> {
  const { become, anonymous, clock } = options;
  const getToken = options.getToken();
  if (!getToken) return;
  const isWanted = () => getToken === options.getToken();
  try {
    const token = await getToken();
    const persona = token === null || options.relay === undefined ? anonymous : signedPersona(options, token);
    if (!isWanted()) return;
    if (persona !== anonymous) await carryOver(anonymous, persona);
    if (isWanted()) become(persona);
  } catch (error) {
    if (failures === 0)
      console.warn('Baton: who the visitor is could not be told; it is asked again.', error);
    const again = () => isWanted() && void signIn(options, failures + 1);
    clock.after(backoffMs(failures, clock.random()), again);
  }
}

/** Whoever comes next is a new visitor: what is unsent goes as well, since they must not say it. */
export function leave({ persona, become, anonymous }: ChangeOptions): void {
  const { storage } = persona();
  const forget = async () => {
    for (const { commandId } of await storage.readOutbox()) void storage.deleteOutboxItem(commandId);
  };
  become(anonymous, forget());
}

/** A person under a token: what is unsent is kept under their name, and the token is renewed by the page. */
function signedPersona(options: ChangeOptions, token: string): Persona {
  const { getToken, signOut, anonymous, siteId, relay = '' } = options;
  const subject = subjectOf(token);
  const { storage: browser } = anonymous;
  // Encoded, so that nobody's keys begin as another's do.
  const key = `@${encodeURIComponent(subject)}`;
  const storage = {
    ...durableOutbox<VisitorCommand>(`baton:${relay}:${siteId}:${key}:`),
    readSecret: browser.readSecret,
    writeSecret: browser.writeSecret,
  };
  let first: string | null = token;

  /** A promise that goes on only if the person is still the same. */
  async function identity(): Promise<string> {
    const asked = getToken();
    const given = first ?? (await asked?.()) ?? null;
    first = null;
    if (given !== null && subjectOf(given) === subject) return given;
    if (asked && asked === getToken()) {
      if (given === null) signOut();
      else void signIn(options);
    }
    throw new Error('Baton: somebody else is signed in.');
  }
  return { ...options.personaOf(storage, identity, key), subject };
}

/** The commands keep their ids: one that has reached the relay already is stored once. */
async function carryOver(from: Persona, to: Persona): Promise<void> {
  for (const item of await from.storage.readOutbox()) {
    void to.storage.writeOutboxItem({ ...item, conversationId: null });
    void from.storage.deleteOutboxItem(item.commandId);
  }
}
