import { useEffect, useRef } from 'react';
import { useDesk } from '../desk/desk-context.js';

/** How many conversations stay followed: switching back to one of them shows it at once. */
const keptOpen = 12;

/**
 * Follows the conversation on screen, and goes on following the last few. One that holds something unsent or
 * refused is never let go: what an agent wrote waits there for a retry.
 */
export function useOpenConversation(conversationId: string | null): void {
  const { client } = useDesk();
  const recent = useRef<string[]>([]);
  useEffect(() => {
    if (conversationId === null) return;
    client.openConversation(conversationId);
    const others = recent.current.filter((id) => id !== conversationId);
    const { conversations } = client.store.getState();
    const isLetGo = (id: string, index: number) =>
      index >= keptOpen - 1 && (conversations[id]?.outbox.length ?? 0) === 0;
    for (const id of others.filter(isLetGo)) client.closeConversation(id);
    recent.current = [conversationId, ...others.filter((id, index) => !isLetGo(id, index))];
  }, [client, conversationId]);
}
