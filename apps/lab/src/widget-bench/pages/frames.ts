/** Resolves after the next frame is painted, with the time of it. */
export function nextPaint(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const afterPaint = new MessageChannel();
      afterPaint.port1.onmessage = () => resolve(performance.now());
      afterPaint.port2.postMessage(null);
    });
  });
}

/** Resolves with the time of the paint in which this first holds; rejects when it has not after `withinMs`. */
export async function paintOf(holds: () => boolean, withinMs: number): Promise<number> {
  const until = performance.now() + withinMs;
  for (;;) {
    const isThere = await new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(holds())));
    if (isThere) {
      return await new Promise((resolve) => {
        const afterPaint = new MessageChannel();
        afterPaint.port1.onmessage = () => resolve(performance.now());
        afterPaint.port2.postMessage(null);
      });
    }
    if (performance.now() > until) throw new Error(`Not on the screen after ${withinMs} ms.`);
  }
}

/** How smoothly the page ran. */
export interface Smoothness {
  /** Frames that did not come when their time was. */
  dropped: number;
  worstFrameMs: number;
  /** 0 where no task took 50 ms. */
  longestTaskMs: number;
}

const frameMs = 1000 / 60;

/** Counts frames and long tasks until it is called again. */
export function watchFrames(): () => Smoothness {
  let last = performance.now();
  let dropped = 0;
  let worstFrameMs = 0;
  let longestTaskMs = 0;
  let frame = requestAnimationFrame(function count(now) {
    const took = now - last;
    last = now;
    worstFrameMs = Math.max(worstFrameMs, took);
    dropped += Math.max(0, Math.round(took / frameMs) - 1);
    frame = requestAnimationFrame(count);
  });
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  tasks.observe({ type: 'longtask' });
  return () => {
    cancelAnimationFrame(frame);
    for (const { duration } of tasks.takeRecords()) longestTaskMs = Math.max(longestTaskMs, duration);
    tasks.disconnect();
    return { dropped, worstFrameMs, longestTaskMs };
  };
}
