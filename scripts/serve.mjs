import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Starts a server on a free port, and waits until it answers.
 *
 * @param {AbortSignal} signal ends the wait; ending the server is up to `start`
 * @param {(port: string) => Promise<{ code: number, output: string }>} start resolves when the server has ended
 * @returns {Promise<string>} its address, without a slash at its end
 */
export async function serve(signal, start) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  /** @type {{ code: number, output: string } | undefined} */
  let outcome;
  void start(String(port)).then((ended) => {
    outcome = ended;
  });
  while (!signal.aborted) {
    if (outcome) throw new Error(`The server ended with code ${outcome.code}:\n${outcome.output}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return url;
    await wait(100);
  }
  throw signal.reason;
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
