const hedgeAfterMs = 1000;

/** A request that may be made twice: what the first one is answered, and the way to make another. */
export interface Asked {
  answer: Promise<Response>;
  again(): Promise<Response>;
}

/**
 * The first answer to a request that is made again after a second without one: a request on a connection that died
 * unnoticed, as in a device's sleep, is never answered, and the next one takes another connection. Rejects as the request
 * does.
 */
export async function hedged({ answer, again }: Asked, afterMs: number = hedgeAfterMs): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const second = new Promise<Response>((resolve, reject) => {
    timer = setTimeout(() => again().then(resolve, reject), afterMs);
  });
  try {
    return await Promise.race([answer, second]);
  } finally {
    clearTimeout(timer);
  }
}
