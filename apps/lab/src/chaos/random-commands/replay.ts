/**
 * The published pure half of the hub as the model: the commands of a log are decided once more, in the log's order, and
 * must lead to the very events; each refusal must be what the model says at some moment while the command was under way.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type ConversationRecord,
  type HandoffSettings,
  type IssuedCommand,
  isOfDesk,
  type LogEvent,
  newRecord,
  type OutboxDraft,
  planCommit,
  textOf,
} from '@batonchat/protocol';
import type { Refolded } from '../refold.js';
import { wishIn } from '../scripted-bot.js';
import type { Issued } from './play.js';

/** These say no more than that there is nothing to do, and a client shows nothing of them. */
const moot = new Set(['already-requested', 'nothing-offered', 'no-handoff']);
/** Later than any time at which something could still be undone. */
const late = Number.MAX_SAFE_INTEGER;

/** Where the log, or what was refused, is not as the model has it. Empty when all agrees. */
export function divergencesOf(
  { shared: { id }, events }: Refolded,
  issued: readonly Issued[],
  settings: HandoffSettings,
): string[] {
  const given = new Map(issued.map((each) => [each.commandId, each]));
  const desk = events.filter(isOfDesk);
  const states: ConversationRecord[] = [newRecord(id, 'main')];
  const outbox: OutboxDraft[] = [];
  const state = () => states.at(-1) as ConversationRecord;

  /** What is wrong with the next command of the log, or null. */
  function decideAgain(stored: readonly LogEvent[]): string | null {
    const [first] = stored;
    const command = first && commandOf(first, events, given, states);
    if (!command) return `nobody gave ${first?.causedBy}`;
    const outcome = planCommit(state(), command, settings);
    if ('refusal' in outcome)
      return `${nameOf(command)} is in the log, and the model refuses it as ${outcome.refusal.code}`;
    const own = isOfDesk(first) ? [] : stored;
    const count = outcome.events.filter(isOfDesk).length;
    const head = state().heads.desk.seq;
    const expected = [...own, ...desk.slice(head, head + count)];
    const planned = [...outcome.events].sort((a, b) => Number(isOfDesk(a)) - Number(isOfDesk(b)));
    if (!isDeepStrictEqual(planned, expected))
      return `${nameOf(command)} led to other events than the model's`;
    states.push(outcome.record);
    outbox.push(...outcome.outbox);
    return null;
  }

  /** What agents alone read takes its place as early as it may: nothing that is decided depends on it. */
  function takeDeskOnly(): void {
    for (;;) {
      const next = desk[state().heads.desk.seq];
      const isAlone = next && !events.some((each) => !isOfDesk(each) && each.causedBy === next.causedBy);
      if (!isAlone || decideAgain([next]) !== null) return;
    }
  }

  takeDeskOnly();
  for (const stored of byCommand(events.filter((event) => !isOfDesk(event)))) {
    const wrong = decideAgain(stored);
    if (wrong) return [wrong];
    takeDeskOnly();
  }
  return [
    ...(state().heads.desk.seq < desk.length ? ['the desk log has events that the model does not have'] : []),
    ...issued.flatMap((each) => wrongAnswer(each, events, states, settings) ?? []),
    ...unanswered(outbox, events, state()),
  ];
}

/** Events that one command led to stand together. */
function byCommand(events: readonly LogEvent[]): LogEvent[][] {
  const groups: LogEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0]?.causedBy === event.causedBy) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

const nameOf = ({ actor, command }: IssuedCommand): string => `${actor.kind} ${command.type}`;

function commandOf(
  { causedBy: id, at, type, body, seq }: LogEvent,
  events: readonly LogEvent[],
  given: ReadonlyMap<string, Issued>,
  states: readonly ConversationRecord[],
): IssuedCommand | null {
  const issued = given.get(id);
  if (issued) return { id, at, actor: issued.actor, command: issued.command } as IssuedCommand;
  const context = events.find((each) => each.causedBy === id && each.type === 'context-recorded');
  if (context?.type === 'context-recorded') {
    const command =
      type === 'conversation-started'
        ? { type: 'start' as const, visitorId: body.visitorId, ...context.body }
        : { type: 'record-context' as const, ...context.body };
    return { id, at, actor: { kind: 'system' }, command };
  }
  const through = Number(/^bot\.(\d+)\.0$/.exec(id)?.[1]);
  const asked = states.find(({ heads }) => heads.shared.seq >= through);
  if (!asked || type !== 'message-added' || body.message.author.kind !== 'bot' || through >= seq) return null;
  const { author, parts } = body.message;
  return {
    id,
    at,
    actor: author as typeof author & { kind: 'bot' },
    // The counter that stood when the visitor's message did: whoever owns it since has the word.
    command: { type: 'answer', ownership: asked.state.ownership, parts, handoff: wishIn(textOf({ parts })) },
  };
}

function wrongAnswer(
  { commandId, actor, command, from, until, refusedAs }: Issued,
  events: readonly LogEvent[],
  states: readonly ConversationRecord[],
  settings: HandoffSettings,
): string | null {
  const name = `${actor.kind} ${command.type}`;
  if (events.some((event) => event.causedBy === commandId))
    return refusedAs === null ? null : `${name} is in the log and was refused as ${refusedAs}`;
  const codes = states.flatMap((state, index) => {
    const { seq } = state.heads.shared;
    const next = states[index + 1]?.heads.shared.seq ?? Number.POSITIVE_INFINITY;
    if (seq > until || next < from) return [];
    const outcome = planCommit(state, { id: commandId, at: late, actor, command } as IssuedCommand, settings);
    return 'refusal' in outcome ? [outcome.refusal.code as string] : [];
  });
  const isSo = refusedAs === null ? codes.some((code) => moot.has(code)) : codes.includes(refusedAs);
  return isSo
    ? null
    : `${name} came to ${refusedAs ?? 'nothing'}; the model says ${[...new Set(codes)].join(' or ') || 'that it may'}`;
}

/** Messages that the bot was to answer, and did not, though nobody took the word from it. */
function unanswered(
  outbox: readonly OutboxDraft[],
  events: readonly LogEvent[],
  { state }: ConversationRecord,
): string[] {
  const last = Math.max(0, ...events.map(({ causedBy }) => Number(/^bot\.(\d+)\./.exec(causedBy)?.[1] ?? 0)));
  return outbox.flatMap((row) =>
    row.kind === 'bot-turn' &&
    row.body.turn === 'message' &&
    row.body.ownership === state.ownership &&
    row.seq > last
      ? [`the bot never answers the message at ${row.seq}`]
      : [],
  );
}
