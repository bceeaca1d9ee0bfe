import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/**
 * Moves the focus the way an agent works: opening a conversation from the queue leads to its heading, claiming it
 * leads to the reply box. A focus that the agent has put elsewhere is left alone.
 */
export function useConversationFocus(
  view: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
  canReply: boolean,
): void {
  useEffect(() => {
    if (document.activeElement?.closest('.console-item')) heading.current?.focus();
  }, [heading]);

  useEffect(() => {
    if (!canReply || !matchMedia('(pointer: fine)').matches) return;
    const { activeElement } = document;
    const isFree = activeElement === heading.current || activeElement?.closest('.console-actions');
    if (isFree || (activeElement === document.body && view.current)) focusReply(view.current);
  }, [canReply, heading, view]);
}

/** Puts the focus into the reply box of this view. */
export function focusReply(view: HTMLElement | null): void {
  view?.querySelector('textarea')?.focus();
}

/** Esc leads back from a conversation to its item in the queue, or to the tab where it is not listed. */
export function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  const target =
    document.querySelector<HTMLElement>('.console-item-link[aria-current]') ??
    document.querySelector<HTMLElement>('.console-tab[aria-selected=true]');
  target?.focus();
}
