import {
  type Commit,
  type ConversationRecord,
  type HandoffSettings,
  type IssuedCommand,
  type LogEvent,
  planCommit,
  type Refusal,
} from '@batonchat/protocol';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** A command as the hub takes it; the hub dates it by the store's clock. */
export type Submission = WithoutTime<IssuedCommand>;

/** A command with where it is to go. */
export interface Addressed {
  siteId: string;
  conversationId: string;
  command: Submission;
}

/** What a group of commands comes to: one part a conversation, and what becomes of each command. */
export interface GroupPlan<Waiting> {
  parts: Map<string, Commit & { before: ConversationRecord }>;
  accepted: { waiting: Waiting; events: LogEvent[] }[];
  refused: { waiting: Waiting; refusal: Refusal }[];
}

/** Nobody may learn from it whether the conversation is another's or none at all. */
export const notFound: Refusal = { code: 'not-found', message: 'There is no such conversation.' };

/**
 * Decides a group in memory, each command on top of what the earlier ones of its conversation led to; those that are
 * refused beforehand (`foreign`) as that says. Pure.
 */
export function planGroup<Waiting extends Addressed>(
  group: readonly Waiting[],
  records: ReadonlyMap<string, ConversationRecord>,
  foreign: ReadonlyMap<Waiting, Refusal>,
  at: number,
  settings: HandoffSettings,
): GroupPlan<Waiting> {
  const plan: GroupPlan<Waiting> = { parts: new Map(), accepted: [], refused: [] };
  for (const waiting of group) {
    const part = plan.parts.get(waiting.conversationId);
    const record = part?.record ?? records.get(waiting.conversationId);
    if (record?.siteId !== waiting.siteId) {
      plan.refused.push({ waiting, refusal: notFound });
      continue;
    }
    const refusal = foreign.get(waiting);
    if (refusal) {
      plan.refused.push({ waiting, refusal });
      continue;
    }
    const step = planCommit(record, { ...waiting.command, at } as IssuedCommand, settings);
    if ('refusal' in step) {
      plan.refused.push({ waiting, refusal: step.refusal });
      continue;
    }
    plan.accepted.push({ waiting, events: step.events });
    plan.parts.set(record.id, {
      before: part?.before ?? record,
      record: step.record,
      events: [...(part?.events ?? []), ...step.events],
      outbox: [...(part?.outbox ?? []), ...step.outbox],
    });
  }
  return plan;
}
