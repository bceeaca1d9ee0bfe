const quietMs = 700;

/**
 * Shows what is going on while it is slow: `Building packages... 2.1 s`. Says nothing when it is quick.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {{ write(text: string): unknown }} stream
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, stream = process.stdout) {
  const startedAt = performance.now();
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    stream.write(`${label}...`);
  }, quietMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isShown) stream.write(` ${seconds(performance.now() - startedAt)}\n`);
  }
}

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
