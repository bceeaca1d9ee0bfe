import { useEffect } from 'react';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { markSeen } from '../queue/seen.js';

/** While this conversation is on screen in a visible page, what comes in counts as seen. */
export function useSeenMarks(conversationId: string): void {
  const { seen } = useDesk();
  const row = useDeskState((state) => state.inbox?.[conversationId]);
  useEffect(() => {
    if (!row) return;
    const mark = () => {
      if (document.visibilityState === 'visible') markSeen(seen, row);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [row, seen]);
}
