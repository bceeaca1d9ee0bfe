/** Long enough for what the reader waits for to be on the screen, and too short to be waited for. Milliseconds. */
const restMs = 50;

/**
 * Does what a browser takes long for the first time, and what nobody looks for first, behind the next paint. What is
 * returned calls it off.
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work, restMs);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
