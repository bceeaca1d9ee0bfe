import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError } from '../config-error.js';
import { keysFrom } from './secrets.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => join(folder, 'secrets.json');

test('a secret is made once, for its owner’s eyes only, and is the same ever after', async () => {
  const keys = keysFrom(undefined, folder);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  const written = await readFile(file(), 'utf8');
  expect(keysFrom(undefined, folder)).toEqual(keys);
  expect(await readFile(file(), 'utf8')).toBe(written);
});

test('two folders have two secrets', async () => {
  const other = await mkdtemp(join(tmpdir(), 'baton-secrets-'));
  expect(keysFrom(undefined, other)).not.toEqual(keysFrom(undefined, folder));
  await rm(other, { recursive: true });
});

test('a given secret makes the same keys everywhere, and no file', async () => {
  const secret = 'x'.repeat(32);
  expect(keysFrom(secret, folder)).toEqual(keysFrom(secret, '/nowhere'));
  await expect(stat(file())).rejects.toThrow('ENOENT');
});

test('each use has a key of its own, and none is the secret', () => {
  const secret = 'x'.repeat(32);
  const { visitorTokens, agentSessions } = keysFrom(secret, folder);
  expect(Buffer.from(visitorTokens).toString('base64url')).not.toBe(agentSessions);
  expect(`${Buffer.from(visitorTokens)} ${agentSessions}`).not.toContain(secret);
});

test.each(['', '{', '{}', 'null', '{"secret":"short"}', '{"secret":7}'])(
  'a file that holds no secret (%j) is no reason to make another in silence',
  async (content) => {
    await writeFile(file(), content);
    expect(() => keysFrom(undefined, folder)).toThrow(ConfigError);
    expect(() => keysFrom(undefined, folder)).toThrow('secrets.json holds no secret. Delete it');
    expect(await readFile(file(), 'utf8')).toBe(content);
  },
);
