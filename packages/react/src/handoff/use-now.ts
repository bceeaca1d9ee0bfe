import { useEffect, useState } from 'react';

/** The time as `now` tells it, again every `everyMs` while that is not null. Milliseconds. */
export function useNow(everyMs: number | null, now: () => number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    if (everyMs === null) return;
    setTime(now());
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, now]);
  return time;
}
