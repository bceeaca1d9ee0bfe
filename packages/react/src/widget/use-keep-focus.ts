import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard inside an element: when what had the focus goes away (a button that has done its work), the
 * element itself takes it, so that Esc and Tab still work from there. The element needs `tabIndex={-1}`.
 */
export function useKeepFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let focused: Element | null = null;
    const onFocusIn = (event: FocusEvent) => {
      focused = event.target instanceof Element ? event.target : null;
    };
    // An element that is being taken out says so while it is still in: only later can it be told from one that is left.
    const onFocusOut = ({ target: left }: FocusEvent) =>
      setTimeout(() => {
        if (left === focused && focused?.isConnected) focused = null;
      });
    const observer = new MutationObserver(() => {
      if (!focused || focused.isConnected) return;
      focused = null;
      target.focus({ preventScroll: true });
    });
    target.addEventListener('focusin', onFocusIn);
    target.addEventListener('focusout', onFocusOut);
    observer.observe(target, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      target.removeEventListener('focusin', onFocusIn);
      target.removeEventListener('focusout', onFocusOut);
    };
  }, [element]);
}
