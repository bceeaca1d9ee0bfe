import type { DeskEvent, LogEvent } from './event.js';

/** The two logs of a conversation: `shared` is read by both sides, `desk` by agents only. */
export const logs = ['shared', 'desk'] as const;
/** The name of a log. */
export type Log = (typeof logs)[number];

// Spelt out rather than read off the schema, so that clients that only fold need no schema library.
const deskTypes: Record<DeskEvent['type'], true> = {
  'context-recorded': true,
  'handoff-briefed': true,
  'handoff-rejected': true,
};

/** The log that events of this type stand in; `shared` for a type that is not known here. */
export const logOf = (type: string): Log => (Object.hasOwn(deskTypes, type) ? 'desk' : 'shared');

/** True for an event of the desk log. */
export const isOfDesk = (event: LogEvent): event is DeskEvent => logOf(event.type) === 'desk';
