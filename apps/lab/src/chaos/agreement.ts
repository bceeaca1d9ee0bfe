/** Whether all views, the rows of the store and the log tell the same. */
import { isDeepStrictEqual } from 'node:util';
import { evolve, initialState, isOfDesk, type SharedEvent } from '@batonchat/protocol';
import type { Person } from './people.js';
import { type Refolded, refold, wronglyOwned } from './refold.js';
import type { Trial } from './scenario.js';
import { until } from './wait.js';

/** Looks at every change of these views: one owner, and no draft is shown of a bot that has not the word. */
export function watchOwners(trial: Trial, people: readonly Person[]): void {
  for (const person of people) {
    const look = () => {
      for (const conversationId of person.conversationIds()) {
        const { conversation, drafts = [] } = person.shown(conversationId) ?? {};
        if (!conversation) continue;
        const { owner, ownership } = conversation.state;
        const wrong = wronglyOwned(conversation.state);
        if (wrong) trial.check(`${person.id} is never shown that ${wrong}`, false);
        const isStale = drafts.some((draft) => draft.ownership !== ownership);
        if (isStale || (owner.kind === 'agent' && drafts.length > 0))
          trial.check(`no draft of the bot is left at ${person.id} after a claim`, false);
      }
    };
    trial.defer(person.onChange(look));
  }
}

/** Resolves when the bot owes nobody a turn. */
export const botIsDone = (trial: Trial): Promise<void> =>
  until('The bot has done its turns', 30_000, async () => {
    const left = await trial.place.rows(`select 1 from outbox where kind = 'bot-turn' and "deadAt" is null`);
    return left.length === 0;
  });

/**
 * Compares each view's state and entries, and each row's small state, with the log folded anew, and checks who owns
 * what at every event. To be called when nothing more is said; the last word of a bot may still be on its way to the
 * views, and is waited for. Returns the log.
 */
export async function agree(trial: Trial, people: readonly Person[]): Promise<Map<string, Refolded>> {
  const logs = refold(await trial.place.events());
  for (const wrong of [...logs.values()].flatMap((log) => log.wrong)) trial.check(`never ${wrong}`, false);
  for (const row of await trial.place.rows('select * from conversation'))
    if (!isFoldOf(logs.get(String(row['id'])), row))
      trial.check(`the row of ${row['id']} is the fold of its log`, false);
  for (const person of people)
    for (const conversationId of person.conversationIds()) {
      const log = logs.get(conversationId);
      if (!log) continue;
      const { state, entries, position } = log.shared;
      const shown = () => person.shown(conversationId)?.conversation;
      await until(`${person.id} has ${position.seq} of ${conversationId}`, 30_000, () => {
        return (shown()?.position.seq ?? 0) >= position.seq;
      });
      const held = shown();
      const tail = entries.slice(Math.max(0, entries.length - (held?.entries.length ?? 0)));
      if (!isDeepStrictEqual(held?.state, state) || !isDeepStrictEqual(held?.entries, tail))
        trial.check(`${person.id} shows ${conversationId} as its log folds`, false);
    }
  return logs;
}

/** A row may be behind by a few events that are only said, and is then the fold of what is before them. */
const mostBehind = 16;

function isFoldOf(log: Refolded | undefined, row: Record<string, unknown>): boolean {
  const seq = Number(row['sharedSeq']);
  if (!log) return seq === 0;
  const shared = log.events.filter((event): event is SharedEvent => !isOfDesk(event));
  const state = shared.filter((event) => event.seq <= seq).reduce(evolve, initialState);
  return (
    log.shared.position.seq - seq < mostBehind &&
    isDeepStrictEqual(JSON.parse(String(row['state'])), state) &&
    isDeepStrictEqual(JSON.parse(String(row['desk'])), log.desk)
  );
}
