/** Conversations in every stage of a handoff, reached by the commands that lead there. */
import type { IssuedCommand } from '../command.js';
import type { EndReason } from '../handoff.js';
import { type Decision, decide } from '../machine.js';
import { type Commit, type ConversationRecord, newRecord, planCommit } from '../plan.js';
import { defaultHandoffSettings, type HandoffSettings } from '../settings.js';
import { ada, ben, byAgent, byBot, bySystem, byVisitor, contact, visit, wish } from './people.js';

export const settings = defaultHandoffSettings;
export const formFirst: HandoffSettings = { ...settings, collect: 'before' };

/** The commit of a command that must be accepted. */
export function commitOf(record: ConversationRecord, issued: IssuedCommand, by = settings): Commit {
  const outcome = planCommit(record, issued, by);
  if ('refusal' in outcome) throw new Error(`${issued.command.type}: ${outcome.refusal.code}`);
  return outcome;
}

/** The record after commands that must all be accepted. */
export const after = (record: ConversationRecord, ...steps: IssuedCommand[]): ConversationRecord =>
  steps.reduce((last, step) => commitOf(last, step).record, record);

export const started = after(
  newRecord('c-1', 'main'),
  bySystem('start', { type: 'start', visitorId: 'v-1', context: visit }),
);

const asked = byVisitor('h-1', { type: 'request-handoff', reason: 'button' });
const claimedBy = (agent: typeof ada) => byAgent(agent, 'claim', { type: 'claim', handoffId: 'h-1' });

export const pending = after(started, asked);
/** Ada owns it. */
export const active = after(pending, claimedBy(ada));
export const activeWithBen = after(pending, claimedBy(ben));

const ends = (endReason: EndReason, ownership: number) =>
  bySystem('end', { type: 'end-handoff', handoffId: 'h-1', ownership, endReason });
const whileWaiting = (endReason: EndReason) => after(pending, ends(endReason, 1));
const whileActive = (endReason: EndReason) => after(active, ends(endReason, 2));

/** Handoff `h-1` over for each reason, at `noon`; where an agent had it, that was Ada. */
export const over: Record<EndReason, ConversationRecord> = {
  'resolved-by-agent': after(active, byAgent(ada, 'end', { type: 'resolve' })),
  'ended-by-visitor': after(active, byVisitor('end', { type: 'end-handoff' })),
  'visitor-left': whileActive('visitor-left'),
  cancelled: after(pending, byVisitor('end', { type: 'end-handoff' })),
  inactive: whileActive('inactive'),
  'nobody-available': whileWaiting('nobody-available'),
  'wait-expired': whileWaiting('wait-expired'),
  'left-contact': after(pending, byVisitor('end', { type: 'leave-contact', contact, keepWaiting: false })),
  'rejected-by-all': whileWaiting('rejected-by-all'),
  'desk-failed': whileWaiting('desk-failed'),
  'turned-off': whileWaiting('turned-off'),
};

/** The stages between which a visitor, the bot or the relay can tell. The handoff is `h-1` in all but `none`. */
export const stages = {
  none: started,
  offered: after(started, byBot('h-1', { handoff: wish('offer') })),
  collecting: commitOf(started, asked, formFirst).record,
  pending,
  active,
  resolved: over['resolved-by-agent'],
  cancelled: over.cancelled,
  expired: over['wait-expired'],
};
export type Stage = keyof typeof stages;

/** What an agent, Ada, can tell besides: whose the conversation is or was. */
export const stagesOfAda = {
  ...stages,
  'active with Ben': activeWithBen,
  'resolved by Ben': after(activeWithBen, byAgent(ben, 'end', { type: 'resolve' })),
};

/** A decision in few words: `message + requested(pending) + briefed(button)`, or `no: taken`. */
function inWords(decision: Decision): string {
  if ('refusal' in decision) return `no: ${decision.refusal.code}`;
  return decision.events
    .map(({ type, body }) => {
      const word = type.replace(/^handoff-|-added$|-left$|^conversation-|-recorded$/, '');
      if (type === 'handoff-requested') return `${word}(${body.status})`;
      if (type === 'handoff-briefed') return `${word}(${body.reason})`;
      return type === 'handoff-resolved' ? `${word}(${body.endReason})` : word;
    })
    .join(' + ');
}

/** What the machine decides on a command in a stage, in few words. */
export const decided = (
  { state, desk }: ConversationRecord,
  issued: IssuedCommand,
  by: HandoffSettings = settings,
) => inWords(decide(state, desk, issued, by));
