import { useState } from 'react';

/**
 * The language that the visitor chose of several, as kept under `key` on this device; null while they have not, or while
 * it is not among them.
 */
export function useChosenLocale(
  locales: readonly string[] | undefined,
  key: string,
): [string | null, (tag: string) => void] {
  const [chosen, setChosen] = useState('');
  let tag = chosen;
  try {
    // A page whose storage is refused speaks its own language after a reload.
    if (locales) {
      if (tag) localStorage.setItem(key, tag);
      else tag = localStorage.getItem(key) ?? '';
    }
  } catch {}
  return [locales?.includes(tag) ? tag : null, setChosen];
}
