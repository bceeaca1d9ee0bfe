import { useEffect } from 'react';
import { useDesk } from '../desk/desk-context.js';
import { markSeen } from '../queue/seen.js';

/**
 * While this conversation is on screen in a visible page, what comes in counts as seen: at once, so that no render
 * shows it as unread for a moment, in the queue and in the window's title.
 */
export function useSeenMarks(conversationId: string): void {
  const { client, seen } = useDesk();
  useEffect(() => {
    const mark = () => {
      const row = client.store.getState().inbox?.[conversationId];
      if (row && document.visibilityState === 'visible') markSeen(seen, row);
    };
    mark();
    const unsubscribe = client.store.subscribe(mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', mark);
    };
  }, [client, conversationId, seen]);
}
