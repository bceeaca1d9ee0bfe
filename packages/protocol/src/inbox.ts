import type { EndReason, HandoffReason, HandoffStatus } from './handoff.js';
import type { Agent } from './message.js';
import type { ConversationRecord } from './plan.js';
import type { ConversationState } from './state.js';

/**
 * One conversation as the console lists it: the whole row each time, versioned by the seqs of its logs, so a
 * lower version that comes late is ignored.
 */
export interface InboxRow {
  conversationId: string;
  version: number;
  visitorName: string | null;
  /** The site's own server has signed who this is, name included. A relay of yesterday does not say it. */
  isVerified?: boolean;
  /** null: no handoff, or an offer that was declined. */
  status: HandoffStatus | null;
  handoffId: string | null;
  agent: Agent | null;
  reason: HandoffReason | null;
  summary: string;
  endReason: EndReason | null;
  rejectedBy: string[];
  startedAt: number;
  requestedAt: number | null;
  claimedAt: number | null;
  resolvedAt: number | null;
  lastMessage: ConversationState['lastMessage'];
  channel: string;
  page: string | null;
}

/** The inbox row of a conversation; pure, so that every node and the in-memory relay show the same. */
export function inboxRowOf({ id, heads, state, desk }: ConversationRecord): InboxRow {
  const { handoff } = state;
  const identity = desk.context?.identity;
  return {
    conversationId: id,
    version: heads.shared.seq + heads.desk.seq,
    visitorName: identity?.name?.trim() || state.contact?.name.trim() || null,
    isVerified: identity !== undefined,
    status: handoff?.status ?? null,
    handoffId: handoff?.id ?? null,
    agent: handoff?.agent ?? null,
    reason: desk.reason,
    summary: desk.summary,
    endReason: handoff?.endReason ?? null,
    rejectedBy: desk.rejectedBy,
    startedAt: state.startedAt,
    requestedAt: handoff?.requestedAt ?? null,
    claimedAt: handoff?.claimedAt ?? null,
    resolvedAt: handoff?.resolvedAt ?? null,
    lastMessage: state.lastMessage,
    channel: state.channel,
    page: desk.context?.page ?? null,
  };
}
