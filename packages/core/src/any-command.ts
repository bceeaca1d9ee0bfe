import type { AgentCommand, VisitorCommand } from '@batonchat/protocol';

/** What can stand in an outbox of either side. */
export type AnyCommand = VisitorCommand | AgentCommand;
