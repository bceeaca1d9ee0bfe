/** `npm start` as a newcomer meets it: what it prints, how it ends, and what it says when it can't begin. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { freePort, startProduct } from './product.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the demo's server with a setting that can't be used; resolves with all it said and its exit code. */
function failsWith(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['apps/demo/dist/demo.js'], {
      cwd: root,
      env: { ...process.env, ...environment },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => resolve({ code, said: said.trim() }));
  });
}

test('prints its addresses and the sign-in, answers, and frees the port on Ctrl-C', async ({ request }) => {
  const product = await startProduct();
  for (const path of ['/', '/console', '/embed.js', '/health'])
    expect((await request.get(product.url + path)).status(), path).toBe(200);
  const health = (await (await request.get(`${product.url}/health`)).json()) as Record<string, string>;
  expect(health).toMatchObject({ status: 'ok', store: 'sqlite', durability: 'power-loss' });
  expect(product.output()).toContain(`${product.url}/console`);
  expect(product.output()).toContain('ada@demo.example');
  expect(product.output()).toContain(product.password);

  await product.interrupt();
  await expect(request.get(`${product.url}/health`)).rejects.toThrow(/ECONNREFUSED/);
  await product.remove();
});

test('a second start is back within five seconds', async () => {
  const product = await startProduct();
  await product.interrupt();
  const began = performance.now();
  await product.start();
  expect(performance.now() - began).toBeLessThan(5000);
  await product.remove();
});

test('a taken port, an unwritable folder and a bad variable are one readable line and exit code 1', async () => {
  const port = await freePort();
  const holder = createServer().listen(port);
  const data = test.info().outputPath('data');
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: String(port) }, /Port \d+ is taken.*PORT/],
    [{ PORT: 'abc' }, /^PORT is "abc"/],
    [{ BATON_DATA: '/proc/nowhere' }, /\/proc\/nowhere.*BATON_DATA/],
    [{ BATON_ORIGINS: 'shop.example' }, /^BATON_ORIGINS.*https:\/\/shop\.example/],
    [{ DATABASE_URL: 'postgres://localhost/baton' }, /^BATON_SECRET is required with DATABASE_URL/],
    [{ BATON_PUBLIC_URL: 'chat' }, /^BATON_PUBLIC_URL/],
    [{ BATON_TRUST_PROXY: 'yes' }, /^BATON_TRUST_PROXY/],
    [{ BATON_DEMO_PASSWORD: 'short' }, /^BATON_DEMO_PASSWORD/],
  ];
  for (const [environment, message] of cases) {
    const { code, said } = await failsWith({
      PORT: String(await freePort()),
      BATON_DATA: data,
      ...environment,
    });
    expect(said, JSON.stringify(environment)).toMatch(message);
    expect(said.split('\n'), said).toHaveLength(1);
    expect(code).toBe(1);
  }
  holder.close();
});
