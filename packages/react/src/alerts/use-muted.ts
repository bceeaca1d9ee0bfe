import { useCallback, useEffect, useState } from 'react';
import { afterPaint } from '../client/after-paint.js';

/** Whether the visitor wants no sound, as kept under `key` for all tabs; without storage, for as long as the page. */
export function useMuted(key: string): [boolean, (isMuted: boolean) => void] {
  const [isMuted, setMuted] = useState(false);

  // After the first render, which a server may have made.
  useEffect(() => {
    const read = () => setMuted(isKept(key));
    const callOff = afterPaint(() => {
      read();
      addEventListener('storage', read);
    });
    return () => {
      callOff();
      removeEventListener('storage', read);
    };
  }, [key]);

  const change = useCallback(
    (isNowMuted: boolean) => {
      setMuted(isNowMuted);
      keep(key, isNowMuted);
    },
    [key],
  );
  return [isMuted, change];
}

function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) === 'muted';
  } catch {
    return false;
  }
}

function keep(key: string, isMuted: boolean) {
  try {
    if (isMuted) localStorage.setItem(key, 'muted');
    else localStorage.removeItem(key);
  } catch {
    // A page whose storage is refused sounds again after a reload.
  }
}
