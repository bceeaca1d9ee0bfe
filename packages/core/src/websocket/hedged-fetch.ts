const hedgeAfterMs = 1000;
/** As long as an attempt to connect may take as a whole. */
const giveUpAfterMs = 10_000;

/**
 * `fetch`, for a request that may be made twice: one on a connection that died unnoticed, as in a device's sleep, is never
 * answered. So after a second it is made again, which takes another connection, and the first answer counts. Rejects as
 * `fetch` does, and after ten seconds without an answer.
 */
export async function hedgedFetch(
  url: URL,
  init: RequestInit,
  afterMs: number = hedgeAfterMs,
): Promise<Response> {
  const ask = () => fetch(url, { ...init, signal: AbortSignal.timeout(giveUpAfterMs) });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const second = new Promise<Response>((resolve, reject) => {
    timer = setTimeout(() => ask().then(resolve, reject), afterMs);
  });
  try {
    return await Promise.race([ask(), second]);
  } finally {
    clearTimeout(timer);
  }
}
