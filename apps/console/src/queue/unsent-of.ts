import type { DeskClientState, DeskConversation } from '@batonchat/core';

/** A conversation that holds replies which have not gone out. */
export interface Unsent {
  conversationId: string;
  count: number;
  /** The relay refused one at least, and says why in the conversation. */
  isFailed: boolean;
  /** The relay knows of no such conversation. */
  isGone: boolean;
}

/** The conversations with unsent replies of this agent. */
export function unsentOf({
  conversations,
  inbox,
}: {
  conversations: Readonly<Record<string, Pick<DeskConversation, 'outbox'>>>;
  inbox: DeskClientState['inbox'];
}): Unsent[] {
  return Object.entries(conversations).flatMap(([conversationId, { outbox }]) => {
    const replies = outbox.filter(({ command }) => command.type === 'send-message');
    if (replies.length === 0) return [];
    return {
      conversationId,
      count: replies.length,
      isFailed: replies.some(({ status }) => status === 'failed'),
      isGone: inbox !== null && !(conversationId in inbox),
    };
  });
}
