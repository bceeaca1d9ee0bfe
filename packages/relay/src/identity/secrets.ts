import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config-error.js';

/** Keys that the relay signs with, each derived for its own use. */
export interface Keys {
  visitorTokens: Uint8Array;
  agentSessions: string;
  files: Uint8Array;
}

/**
 * The keys from a given secret, or from one made at first start in `<folder>/secrets.json` (0600). Throws
 * `ConfigError` when that file can't be used.
 */
export function keysFrom(secret: string | undefined, folder: string): Keys {
  const root = secret ?? storedSecret(join(folder, 'secrets.json'));
  const derive = (use: string) => createHmac('sha256', root).update(use).digest();
  return {
    visitorTokens: derive('visitor-tokens'),
    agentSessions: derive('agent-sessions').toString('base64url'),
    files: derive('files'),
  };
}

function storedSecret(file: string): string {
  if (!existsSync(file)) {
    const secret = randomBytes(32).toString('base64url');
    writeFileSync(file, `${JSON.stringify({ secret })}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
  try {
    const { secret } = JSON.parse(readFileSync(file, 'utf8')) as { secret?: unknown };
    if (typeof secret === 'string' && secret.length >= 32) return secret;
  } catch {}
  throw new ConfigError(
    `${file} holds no secret. Delete it to have a new one made; everybody is signed out by that.`,
  );
}
