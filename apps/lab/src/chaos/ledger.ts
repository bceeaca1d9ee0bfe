/**
 * The books: every message that was said, when it was shown as sent, when the other side had it, and at the end
 * whether all views and the store tell the same story.
 */
import type { Person } from './people.js';
import type { StoredEvent } from './places.js';
import type { ShownLog, View } from './view.js';
import { until } from './wait.js';

/** One message of the books. Times are by `performance.now()`; null when it has not come so far. */
export interface Said {
  id: string;
  conversationId: string;
  sender: string;
  /** Where the sender has several. */
  tab: string | undefined;
  kind: Person['kind'];
  sentAt: number;
  ackedAt: number | null;
  deliveredAt: number | null;
}

/** What a trial came to. `problems` says more about each of the last four. */
export interface Count {
  sent: number;
  acked: number;
  delivered: number;
  lost: number;
  dupVisible: number;
  order: number;
  gaps: number;
  problems: string[];
}

/** Keeps the books of one trial. */
export interface Ledger {
  /** From now on this client's views are read; every change is looked at. */
  watch(view: View): void;
  /** A client that left is a view no more. */
  unwatch(view: View): void;
  /** The person says it, and it is in the books. Null when it was refused at once. */
  say(person: Person, conversationId: string, text?: string): string | null;
  /** Puts into the books what was said in another way, by whom and where. To be called in the order of saying. */
  enter(
    view: Pick<View, 'id' | 'kind' | 'tab'>,
    message: { id: string; conversationId: string; sentAt: number },
  ): Said;
  said(): Said[];
  /** These went with the store that they were in: they are in the books no more, and whoever shows them shows too much. */
  forget(isGone: (message: Said) => boolean): void;
  /** Messages that stand as failed with their text kept, and are so counted as neither sent nor lost. */
  allowFailed(): void;
  /** Nothing is under way and every view stands at the same seq. Rejects, naming who is behind, when it never does. */
  settle(withinMs?: number): Promise<void>;
  /** Compares all views, and the store where it is given. Loads every view's older entries first. */
  count(stored?: readonly StoredEvent[]): Promise<Count>;
}

const maxProblems = 12;

/** Empty books. */
export function openLedger(): Ledger {
  const said = new Map<string, Said>();
  let order: Said[] = [];
  const watched = new Map<View, () => void>();
  /** How far each view was looked at, and what it showed. */
  const looked = new Map<
    View,
    Map<string, { epoch: string; seq: number; last: string | undefined; ids: Set<string> }>
  >();
  const problems: string[] = [];
  let liveDoubles = 0;
  let mayFail = false;
  let number = 0;

  function look(person: View): void {
    for (const conversationId of person.conversationIds()) {
      const { conversation } = person.shown(conversationId) ?? {};
      if (!conversation) continue;
      const views = looked.get(person) ?? new Map();
      looked.set(person, views);
      const known = views.get(conversationId);
      const { epoch, seq } = conversation.position;
      if (known?.epoch === epoch && known.seq === seq) continue;
      const { entries } = conversation;
      const isContinued =
        known?.epoch === epoch &&
        known.seq <= seq &&
        (!known.last || entries.some(({ id }) => id === known.last));
      const view = isContinued ? known : { epoch, seq: 0, last: undefined, ids: new Set<string>() };
      views.set(conversationId, view);
      let index = entries.length;
      while (index > 0 && (entries[index - 1]?.seq ?? 0) > view.seq) index -= 1;
      for (const entry of entries.slice(index)) {
        if (view.ids.has(entry.id)) {
          liveDoubles += 1;
          problems.push(`${person.id} was shown ${entry.id} twice`);
        }
        view.ids.add(entry.id);
        note(person, entry.id);
      }
      view.seq = seq;
      view.last = entries.at(-1)?.id;
    }
  }

  /** This view has the message in its log. */
  function note(person: View, id: string): void {
    const message = said.get(id);
    if (!message) return;
    const now = performance.now();
    if (message.sender === person.id) message.ackedAt ??= now;
    if (message.kind !== person.kind) message.deliveredAt ??= now;
  }

  function enter(
    view: Pick<View, 'id' | 'kind' | 'tab'>,
    { id, conversationId, sentAt }: Pick<Said, 'id' | 'conversationId' | 'sentAt'>,
  ): Said {
    const { id: sender, tab, kind } = view;
    const message: Said = { id, conversationId, sender, tab, kind, sentAt, ackedAt: null, deliveredAt: null };
    said.set(id, message);
    order.push(message);
    return message;
  }

  const people = () => [...watched.keys()];
  const views = () =>
    people().flatMap((person) =>
      person.conversationIds().flatMap((conversationId) => {
        const shown = person.shown(conversationId);
        return shown?.conversation
          ? [{ person, conversationId, shown, conversation: shown.conversation }]
          : [];
      }),
    );
  const underWay = (shown: ShownLog) => shown.outbox.filter((item) => item.status === 'sending');

  /** Who keeps the trial from being over. */
  function behind(): string[] {
    const heads = new Map<string, number>();
    const key = ({ person, conversationId }: { person: View; conversationId: string }) =>
      person.isScreen ? `row of ${conversationId}` : conversationId;
    const raise = (name: string, seq: number) => heads.set(name, Math.max(heads.get(name) ?? 0, seq));
    for (const { conversationId, conversation } of views()) {
      raise(conversationId, conversation.position.seq);
      raise(`row of ${conversationId}`, conversation.entries.at(-1)?.seq ?? 0);
    }
    return [
      ...people()
        .filter((person) => !person.isConnected())
        .map((person) => `${person.id} is not connected`),
      ...views().flatMap((view) => {
        const { person, shown, conversation } = view;
        const head = heads.get(key(view)) ?? 0;
        return [
          ...(underWay(shown).length > 0 ? [`${person.id} is sending ${underWay(shown).length}`] : []),
          ...(conversation.position.seq < head
            ? [`${person.id} stands at ${conversation.position.seq} of ${head}`]
            : []),
        ];
      }),
    ];
  }

  async function loadAll(): Promise<void> {
    await Promise.all(
      views().map(async ({ person, conversationId }) => {
        for (let pages = 0; person.shown(conversationId)?.conversation?.hasOlder; pages += 1) {
          if (pages > 1000) throw new Error(`${person.id} never comes to the first page.`);
          await person.loadOlder(conversationId);
        }
      }),
    );
  }

  return {
    watch(person) {
      if (watched.has(person)) return;
      watched.set(
        person,
        person.onChange(() => look(person)),
      );
      look(person);
    },
    unwatch(person) {
      watched.get(person)?.();
      watched.delete(person);
    },
    say(person, conversationId, text) {
      number += 1;
      const sentAt = performance.now();
      const id = person.say(conversationId, text ?? `${person.kind} ${number}`);
      if (id === null) return null;
      enter(person, { id, conversationId, sentAt });
      look(person);
      return id;
    },
    enter(view, message) {
      const entered = enter(view, message);
      // What a page says is known here only after it is on its way.
      for (const [person, views] of looked)
        if (views.get(message.conversationId)?.ids.has(message.id)) note(person, message.id);
      return entered;
    },
    said: () => order,
    forget(isGone) {
      for (const message of order.filter(isGone)) said.delete(message.id);
      order = order.filter((message) => !isGone(message));
    },
    allowFailed() {
      mayFail = true;
    },
    async settle(withinMs = 20_000) {
      try {
        await until('Everything is said and shown', withinMs, () => behind().length === 0);
      } catch (error) {
        throw new Error(`${(error as Error).message} ${behind().slice(0, 8).join('; ')}`);
      }
    },
    async count(stored) {
      await loadAll();
      // What was not near the screen when it came is seen only now.
      for (const { person, conversation } of views())
        if (person.isScreen) for (const { id } of conversation.entries) note(person, id);
      const found = problems.slice();
      const shownBy = views().map(({ person, conversationId, shown }) => {
        const rows = person.rows(conversationId);
        const keys = rows.map(({ key }) => key);
        const messages = rows.flatMap((row) =>
          row.kind === 'message' && row.seq !== null ? [row.messageId] : [],
        );
        const failed = shown.outbox.filter((item) => item.status === 'failed').map((item) => item.commandId);
        return { person, conversationId, keys, messages, ids: new Set(messages), failed };
      });

      let dupVisible = liveDoubles;
      for (const { person, keys } of shownBy) {
        const doubles = keys.length - new Set(keys).size;
        if (doubles > 0) found.push(`${person.id} shows ${doubles} rows twice`);
        dupVisible += doubles;
      }

      const failed = new Set(shownBy.flatMap((view) => view.failed));
      if (failed.size > 0 && !mayFail) found.push(`${failed.size} stand as failed`);
      let lost = mayFail ? 0 : failed.size;
      for (const message of order) {
        if (failed.has(message.id)) continue;
        const missing = shownBy.filter(
          (view) => view.conversationId === message.conversationId && !view.ids.has(message.id),
        );
        if (missing.length === 0 && message.ackedAt !== null) continue;
        lost += 1;
        const who =
          missing.map((view) => view.person.id).join(', ') || 'nobody, but it was never shown as sent';
        found.push(`${message.id} of ${message.sender} is missing at ${who}`);
      }

      const { disorder, told } = disorders(shownBy, order, stored);
      found.push(...told);
      const gaps = stored ? gapsOf(stored) : [];
      found.push(...gaps);
      return {
        sent: order.length - (mayFail ? failed.size : 0),
        acked: order.filter((message) => message.ackedAt !== null).length,
        delivered: order.filter((message) => message.deliveredAt !== null).length,
        lost,
        dupVisible,
        order: disorder,
        gaps: gaps.length,
        problems: found.slice(0, maxProblems),
      };
    },
  };
}

/** Where two views disagree, or one sender's messages are not in the order they were sent. */
function disorders(
  shownBy: readonly { person: View; conversationId: string; messages: readonly string[] }[],
  order: readonly Said[],
  stored: readonly StoredEvent[] | undefined,
): { disorder: number; told: string[] } {
  const told: string[] = [];
  const conversationIds = new Set(shownBy.map((view) => view.conversationId));
  for (const conversationId of conversationIds) {
    const own = shownBy.filter((view) => view.conversationId === conversationId);
    const truth = stored ? messagesOf(stored, conversationId) : (own[0]?.messages ?? []);
    for (const { person, messages } of own)
      if (messages.join() !== truth.join())
        told.push(`${person.id} shows another order, or other messages, than the log of ${conversationId}`);
    const place = new Map(truth.map((id, index) => [id, index]));
    const last = new Map<string, number>();
    for (const { id, sender, tab, conversationId: where } of order) {
      const index = place.get(id);
      if (where !== conversationId || index === undefined) continue;
      const from = [sender, tab].join(' ').trim();
      if (index < (last.get(from) ?? -1)) told.push(`${id} of ${from} stands before an earlier one`);
      last.set(from, index);
    }
  }
  return { disorder: told.length, told };
}

const messagesOf = (stored: readonly StoredEvent[], conversationId: string): string[] =>
  stored
    .filter((event) => event.conversationId === conversationId && event.type === 'message-added')
    .map((event) => (event.body as { message: { id: string } }).message.id);

/** Holes and doubles in the numbers of any log; the rows come in their order. */
function gapsOf(stored: readonly StoredEvent[]): string[] {
  const heads = new Map<string, number>();
  return stored.flatMap(({ conversationId, log, seq }) => {
    const key = `${conversationId} ${log}`;
    const expected = (heads.get(key) ?? 0) + 1;
    heads.set(key, seq);
    return seq === expected
      ? []
      : [`the ${log} log of ${conversationId} has ${seq} where ${expected} belongs`];
  });
}
