import type { Author } from '@batonchat/protocol';
import type { Person } from '../people.js';
import type { Random } from '../random.js';
import { atOnce, shows } from '../rooms.js';
import { actorOf, attempt, type Cast, type Script, type Step } from './script.js';

/** A command that a client has sent, and what came of it there. */
export interface Issued {
  commandId: string;
  actor: Author;
  command: { type: string };
  /** Where the client stood in the shared log when it was given, and when it was answered. */
  from: number;
  until: number;
  /** Why it was refused, or null: then it is in the log, or it was moot. */
  refusedAs: string | null;
}

/** Plays a script with real clients; each burst begins when the one before is answered. */
export async function play(cast: Cast, script: Script, random: Random): Promise<Issued[]> {
  const issued: Issued[] = [];
  for (const burst of script)
    await atOnce(
      random,
      burst.map((step) => async () => {
        const given = await give(step, cast);
        if (given) issued.push(given);
      }),
    );
  return issued;
}

/** Null where the client knows that there is nothing to ask for, and sends nothing. */
async function give(step: Step, cast: Cast): Promise<Issued | null> {
  const { conversationId } = cast;
  const person = actorOf(step, cast);
  const outbox = () => person.shown(conversationId)?.outbox ?? [];
  const seq = () => person.shown(conversationId)?.conversation?.position.seq ?? 0;
  const before = new Set(outbox().map((item) => item.commandId));
  const from = seq();
  attempt(step, cast);
  const item = outbox().find(({ commandId }) => !before.has(commandId));
  if (!item) return null;
  const { commandId, command } = item;
  const issued: Issued = { commandId, actor: authorOf(person), command, from, until: from, refusedAs: null };
  await shows(person, `its ${command.type} is answered`, () => {
    const held = outbox().find((each) => each.commandId === commandId);
    if (held?.status === 'sending') return false;
    issued.refusedAs = held?.refusal?.code ?? null;
    issued.until = seq();
    return true;
  });
  // A failed message keeps its text until its author gives it up; a failed wish is only told.
  if (command.type !== 'send-message' && 'discard' in person.client)
    discard(person, conversationId, commandId);
  return issued;
}

function discard(person: ReturnType<typeof actorOf>, conversationId: string, commandId: string): void {
  if (person.kind === 'visitor') (person as Cast['visitor']).client.discard(commandId);
  else (person as Cast['agents'][0]).client.discard(conversationId, commandId);
}

function authorOf(person: Person): Author {
  const { store } = (person as Cast['agents'][0]).client;
  const me = person.kind === 'agent' ? store.getState().me : null;
  return me ?? { kind: 'visitor', id: person.id, name: null, avatarUrl: null };
}
