/** Races: conversations that have the same agents at hand, in which rounds run side by side on one relay. */
import { statusAt } from './load.js';
import type { AgentPerson, Person, VisitorPerson } from './people.js';
import type { Random } from './random.js';
import type { RelaySettings } from './relay-settings.js';
import type { Trial } from './scenario.js';
import { pause, until } from './wait.js';

/** A visitor's conversation; every agent has it open. */
export interface Room {
  conversationId: string;
  visitor: VisitorPerson;
  agents: readonly AgentPerson[];
  /** What chance decides in this room. */
  random: Random;
}

/** How the rooms are furnished, besides what the relay is set to. */
export interface RoomSettings extends RelaySettings {
  agents: number;
  /** How many conversations. Default: 50. */
  rooms?: number;
  /** How many follow the conversation at this share (0 to 1) of them all. Default: everybody. */
  agentsIn?(share: number): number;
}

const barrierMs = 5;
const mostBatches = 6;
/** What has not come by then does not come, however busy the machine is. */
const neverMs = 30_000;

/**
 * Opens a relay with conversations that belong to the bot, each with its own visitor. Of all agents, each
 * conversation is followed by as many as `agentsIn` says, in turn.
 */
export async function openRooms(
  trial: Trial,
  { agents: count, rooms: roomCount = 50, agentsIn = () => count, ...settings }: RoomSettings,
): Promise<Room[]> {
  const relay = await trial.startRelay(settings);
  const all = Array.from({ length: count }, (_, number) => trial.agent(relay.url, number));
  const visitors = Array.from({ length: Math.min(roomCount, trial.scale.rounds) }, () =>
    trial.visitor(relay.url),
  );
  await until(
    'Everybody is connected and has a conversation',
    20_000,
    () =>
      [...all, ...visitors].every((person) => person.isConnected()) &&
      visitors.every((visitor) => visitor.conversationId() !== null),
  );
  let next = 0;
  const rooms = visitors.map((visitor, index) => {
    const conversationId = visitor.conversationId() ?? '';
    const share = index / Math.max(1, visitors.length - 1);
    const agents = Array.from({ length: agentsIn(share) }, () => {
      next += 1;
      return all[next % all.length] as AgentPerson;
    });
    for (const agent of agents) agent.client.openConversation(conversationId);
    return { conversationId, visitor, agents, random: trial.random.fork(`room ${index}`) };
  });
  await until('Every agent follows its conversations', neverMs, () =>
    rooms.every(({ conversationId, agents }) =>
      agents.every((agent) => agent.shown(conversationId)?.conversation != null),
    ),
  );
  return rooms;
}

/** Everybody in any of the rooms, once. */
export const peopleOf = (rooms: readonly Room[]): Person[] => [
  ...new Set<Person>(rooms.flatMap(({ visitor, agents }) => [visitor, ...agents])),
];

/** Plays this trial's rounds, shared out over the rooms: in each one after the other, the rooms side by side. */
export async function playRounds(
  { scale }: Trial,
  rooms: readonly Room[],
  play: (room: Room) => Promise<void>,
): Promise<void> {
  const each = Math.ceil(scale.rounds / rooms.length);
  await Promise.all(
    rooms.map(async (room) => {
      for (let round = 0; round < each; round += 1) await play(room);
    }),
  );
}

/**
 * Plays the rounds of a race that can go two ways, and plays on as long as one of them has not come: a machine that
 * stalls for longer than the barrier gives all of a batch to one side. Prints how often each came, and fails without both.
 */
export async function playUntilBoth<Outcome extends string>(
  trial: Trial,
  rooms: readonly Room[],
  outcomes: readonly [Outcome, Outcome],
  play: (room: Room) => Promise<Outcome | null>,
): Promise<void> {
  const came: Record<string, number> = {};
  for (let batch = 0; batch < mostBatches && outcomes.some((outcome) => !came[outcome]); batch += 1)
    await playRounds(trial, rooms, async (room) => {
      const outcome = await play(room);
      if (outcome) came[outcome] = (came[outcome] ?? 0) + 1;
    });
  for (const outcome of outcomes) {
    trial.measure(outcome, came[outcome] ?? 0, { unit: '' });
    trial.check(`the race also goes so: ${outcome}`, (came[outcome] ?? 0) > 0);
  }
}

/** All begin at once, give or take this long: 5 ms, as a race is promised to be tried. */
export async function atOnce(
  random: Random,
  acts: readonly (() => unknown)[],
  withinMs = barrierMs,
): Promise<void> {
  const starts = acts.map((act) => ({ act, afterMs: random.between(0, withinMs) }));
  await Promise.all(starts.map(({ act, afterMs }) => pause(afterMs).then(act)));
}

/** Resolves when the client shows that it is so; looks at each change of its store. Rejects when it never does. */
export function shows(person: Person, what: string, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(limit);
      undo();
    };
    const limit = setTimeout(() => {
      end();
      const standing = person.isConnected() ? 'is connected' : 'is not connected';
      reject(new Error(`${person.id}, who ${standing}, never shows that ${what}.`));
    }, neverMs);
    const undo = person.onChange(look);
    function look() {
      if (!holds()) return;
      end();
      resolve();
    }
    look();
  });
}

/**
 * The visitor asks for a human, and everybody sees it wait. `tookMs` is the machine's pace just now: where two race
 * who come by different roads, a barrier much shorter than that would always let the same one win.
 */
export async function askForHuman({
  visitor,
  conversationId,
  agents,
}: Room): Promise<{ handoffId: string; tookMs: number }> {
  const askedAt = performance.now();
  const pendingAt = (person: Person) => {
    const handoff = handoffAt(person, conversationId);
    return handoff?.status === 'pending' && handoff.id !== before ? handoff.id : null;
  };
  const before = handoffAt(visitor, conversationId)?.id;
  visitor.client.requestHandoff();
  await Promise.all(
    [visitor, ...agents].map((person) =>
      shows(person, 'a human is asked for', () => pendingAt(person) !== null),
    ),
  );
  return {
    handoffId: pendingAt(visitor) ?? '',
    tookMs: Math.max(performance.now() - askedAt, barrierMs),
  };
}

/** The latest handoff as this person sees it. */
export const handoffAt = (person: Person, conversationId: string) =>
  person.shown(conversationId)?.conversation?.state.handoff ?? null;

/** Everybody sees that the handoff stands so, and nobody's command is under way any more. */
export async function allShow({ visitor, agents, conversationId }: Room, status: string): Promise<void> {
  await Promise.all(
    [visitor, ...agents].map((person) =>
      shows(
        person,
        `the handoff is ${status}`,
        () =>
          statusAt(person, conversationId) === status &&
          (person.shown(conversationId)?.outbox ?? []).every((item) => item.status === 'failed'),
      ),
    ),
  );
}

/** Takes what was refused out of an agent's outbox, as the console does once it has said so. */
export function takeRefusals(agent: AgentPerson, conversationId: string) {
  const failed = (agent.shown(conversationId)?.outbox ?? []).filter((item) => item.status === 'failed');
  return failed.map((item) => {
    agent.client.discard(conversationId, item.commandId);
    return { command: item.command.type, code: item.refusal?.code, owner: item.refusal?.owner?.id };
  });
}
