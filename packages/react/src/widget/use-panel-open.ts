import { useCallback, useEffect, useRef, useState } from 'react';

/** What decides whether the panel is open. */
export interface PanelOpenOptions {
  /** Decides alone where it is given. */
  isOpen: boolean | undefined;
  defaultOpen: boolean;
  onOpenChange: ((isOpen: boolean) => void) | undefined;
  /**
   * Names this panel in the page's session storage: one that was open before a reload is open after it. Null for one
   * that can't be closed.
   */
  memoryKey: string | null;
}

/** Whether the panel is open, and how to change that. */
export function usePanelOpen(options: PanelOpenOptions): [boolean, (isOpen: boolean) => void] {
  const { isOpen: given, defaultOpen, onOpenChange, memoryKey } = options;
  const [own, setOwn] = useState(defaultOpen);
  const latestOnOpenChange = useRef(onOpenChange);
  useEffect(() => {
    latestOnOpenChange.current = onOpenChange;
  }, [onOpenChange]);

  const change = useCallback(
    (isOpen: boolean) => {
      setOwn(isOpen);
      remember(memoryKey, isOpen);
      latestOnOpenChange.current?.(isOpen);
    },
    [memoryKey],
  );

  // After the first render, which a server may have made: it knows nothing of this tab.
  useEffect(() => {
    if (!defaultOpen && memoryKey !== null && wasOpen(memoryKey)) change(true);
  }, [defaultOpen, memoryKey, change]);

  useEffect(() => {
    if (given !== undefined) remember(memoryKey, given);
  }, [memoryKey, given]);

  return [given ?? own, change];
}

function remember(key: string | null, isOpen: boolean) {
  if (key === null) return;
  try {
    if (isOpen) sessionStorage.setItem(key, 'open');
    else sessionStorage.removeItem(key);
  } catch {
    // A page whose storage is refused starts with the panel closed.
  }
}

function wasOpen(key: string): boolean {
  try {
    return sessionStorage.getItem(key) === 'open';
  } catch {
    return false;
  }
}
