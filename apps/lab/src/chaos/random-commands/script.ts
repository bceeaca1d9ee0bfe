import type { AgentPerson, VisitorPerson } from '../people.js';
import type { Random } from '../random.js';
import { cues } from '../scripted-bot.js';

/** The people of one conversation. */
export interface Cast {
  conversationId: string;
  visitor: VisitorPerson;
  agents: readonly [AgentPerson, AgentPerson];
  /** Says it, and keeps it in the books. */
  say(person: VisitorPerson | AgentPerson, conversationId: string, text: string): unknown;
}

const contact = { name: 'Vera', email: '', message: '' };
type VisitorMove = (visitor: VisitorPerson, conversationId: string, say: Cast['say']) => unknown;
type AgentMove = (agent: AgentPerson, conversationId: string, say: Cast['say']) => unknown;

const visitorMoves = {
  'says something': (visitor, id, say) => say(visitor, id, 'Where is my order?'),
  'asks for a human in words': (visitor, id, say) => say(visitor, id, 'talk to a human'),
  'asks for an offer': (visitor, id, say) => say(visitor, id, cues.offer),
  'asks to be handed over': (visitor, id, say) => say(visitor, id, cues.handoff),
  'presses the button': (visitor) => visitor.client.requestHandoff(),
  accepts: (visitor) => visitor.client.acceptOffer(),
  declines: (visitor) => visitor.client.declineOffer(),
  'ends it': (visitor) => visitor.client.endHandoff(),
  'leaves a contact': (visitor) => visitor.client.leaveContact(contact, { keepWaiting: false }),
  'leaves a contact and waits': (visitor) => visitor.client.leaveContact(contact, { keepWaiting: true }),
} satisfies Record<string, VisitorMove>;

const agentMoves = {
  claims: (agent, id) => agent.client.claim(id),
  'takes over': (agent, id) => agent.client.claim(id, null),
  'claims one that is gone': (agent, id) => agent.client.claim(id, 'gone'),
  rejects: (agent, id) => agent.client.reject(id),
  releases: (agent, id) => agent.client.release(id),
  resolves: (agent, id) => agent.client.resolve(id),
  resumes: (agent, id) => agent.client.resume(id),
  'says something': (agent, id, say) => say(agent, id, 'Let me see.'),
} satisfies Record<string, AgentMove>;

/** One thing that somebody tries: the visitor, or an agent by number. */
export type Step =
  | { who: 'visitor'; move: keyof typeof visitorMoves }
  | { who: 0 | 1; move: keyof typeof agentMoves };

/** What is tried, in bursts: the steps of one are begun at the same moment. */
export type Script = readonly (readonly Step[])[];

/** Thirty steps, one to three at once. */
export function scriptOf(random: Random, steps = 30): Script {
  const script: Step[][] = [];
  for (let left = steps; left > 0; ) {
    const size = Math.min(left, 1 + random.below(3));
    script.push(Array.from({ length: size }, () => stepOf(random)));
    left -= size;
  }
  return script;
}

function stepOf(random: Random): Step {
  if (random.below(2) === 0)
    return { who: 'visitor', move: random.pick(Object.keys(visitorMoves) as (keyof typeof visitorMoves)[]) };
  // Most of what is done to a handoff needs one that is claimed.
  const move =
    random.below(4) === 0 ? 'claims' : random.pick(Object.keys(agentMoves) as (keyof typeof agentMoves)[]);
  return { who: random.pick([0, 1] as const), move };
}

/** Who tries a step. */
export const actorOf = (step: Step, { visitor, agents }: Cast): VisitorPerson | AgentPerson =>
  step.who === 'visitor' ? visitor : agents[step.who];

/** Lets it be tried. */
export function attempt(step: Step, { visitor, agents, conversationId, say }: Cast): void {
  if (step.who === 'visitor') (visitorMoves[step.move] as VisitorMove)(visitor, conversationId, say);
  else (agentMoves[step.move] as AgentMove)(agents[step.who], conversationId, say);
}

/** A script in words: `;` between bursts, `|` within one. */
export const inWords = (script: Script): string =>
  script
    .map((burst) =>
      burst.map(({ who, move }) => `${who === 'visitor' ? who : `agent ${who}`} ${move}`).join(' | '),
    )
    .join('; ');

/** A script without one of its bursts or steps, from large to small: what to try in search of a shorter one. */
export function shorter(script: Script): Script[] {
  const half = Math.floor(script.length / 2);
  return [
    ...(half > 0 ? [script.slice(0, half), script.slice(half)] : []),
    ...script.map((_, index) => script.toSpliced(index, 1)),
    ...script.flatMap((burst, index) =>
      burst.length < 2 ? [] : burst.map((_, at) => script.with(index, burst.toSpliced(at, 1))),
    ),
  ].filter(({ length }) => length > 0);
}
