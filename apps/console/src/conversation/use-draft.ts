import { useCallback, useState } from 'react';
import { useDesk } from '../desk/desk-context.js';

/** The reply that is being written in one conversation. It outlives the view: another one can be opened meanwhile. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const { drafts } = useDesk();
  const [text, setText] = useState(() => drafts.get(conversationId) ?? '');
  const keep = useCallback(
    (next: string) => {
      if (next === '') drafts.delete(conversationId);
      else drafts.set(conversationId, next);
      setText(next);
    },
    [conversationId, drafts],
  );
  return [text, keep];
}
