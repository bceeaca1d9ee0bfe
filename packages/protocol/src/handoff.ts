import * as v from 'valibot';

/** A handoff's statuses: asked / form first / waiting for an agent / an agent owns it / over. */
export const handoffStatuses = ['offered', 'collecting', 'pending', 'active', 'resolved'] as const;
/** One of `handoffStatuses`. */
export type HandoffStatus = (typeof handoffStatuses)[number];

/** Why a human is wanted. A handoff is data, never text parsed out of a reply. */
export const handoffReasons = [
  'asked',
  'button',
  'keyword',
  'low-confidence',
  'repeated-question',
  'topic',
  'frustration',
  'lead',
  'rule',
  'bot-tool',
  'host-page',
  'agent-takeover',
  'follow-up',
] as const;
/** Lets through one of `handoffReasons`. */
export const handoffReason = v.picklist(handoffReasons);
/** One of `handoffReasons`. */
export type HandoffReason = v.InferOutput<typeof handoffReason>;

/** Why a handoff is over. */
export const endReasons = [
  'resolved-by-agent',
  'ended-by-visitor',
  'visitor-left',
  'cancelled',
  'inactive',
  'nobody-available',
  'wait-expired',
  'left-contact',
  'rejected-by-all',
  'desk-failed',
  'turned-off',
] as const;
/** Lets through one of `endReasons`. */
export const endReason = v.picklist(endReasons);
/** One of `endReasons`. */
export type EndReason = v.InferOutput<typeof endReason>;
