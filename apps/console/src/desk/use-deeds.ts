import { defaultHandoffSettings } from '@batonchat/protocol';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Route, replaceRoute } from '../route.js';
import { words } from '../words.js';
import { useDesk, useDeskState } from './desk-context.js';
import type { ToastMessage } from './toast.js';

/** How long a toast without an action stays. */
const toastMs = 5000;

/** What a conversation's view reports when the agent has done something that the whole desk shows. */
export interface Deeds {
  /** The conversation whose resolve can still be undone. */
  undoableId: string | null;
  toast: ToastMessage | null;
  clearToast(): void;
  onPassedOn(visitor: string): void;
  onReleased(visitor: string): void;
  onResolving(): void;
}

/**
 * Confirms what an agent has done. A resolve is confirmed when the relay has it, not when it is asked for, so that
 * the time to undo it is the time that the relay grants.
 */
export function useDeeds({ tab, conversationId }: Route): Deeds {
  const { client, clock } = useDesk();
  const inbox = useDeskState((state) => state.inbox);
  const [toast, setToast] = useState<(ToastMessage & { undoableId?: string }) | null>(null);
  const resolving = useRef(new Set<string>());
  const clearToast = useCallback(() => setToast(null), []);

  useEffect(() => {
    for (const id of resolving.current) {
      const row = inbox?.[id];
      if (row?.status !== 'resolved') continue;
      resolving.current.delete(id);
      setToast({
        text: words.conversation.resolved(words.visitor(row.visitorName, id)),
        until: clock.now() + defaultHandoffSettings.undoWindowMs,
        undoableId: id,
        action: { label: words.conversation.undo, run: () => client.resume(id) },
      });
    }
  }, [inbox, client, clock]);

  const deeds = useMemo(() => {
    const say = (text: string) => setToast({ text, until: clock.now() + toastMs });
    return {
      onPassedOn(visitor: string) {
        say(words.conversation.rejected(visitor));
        replaceRoute({ tab, conversationId: null });
        document.querySelector<HTMLElement>('.console-tab[aria-selected=true]')?.focus();
      },
      onReleased: (visitor: string) => say(words.conversation.released(visitor)),
      onResolving() {
        if (conversationId !== null) resolving.current.add(conversationId);
      },
    };
  }, [clock, tab, conversationId]);
  return { undoableId: toast?.undoableId ?? null, toast, clearToast, ...deeds };
}
