import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys that the relay signs with, each derived for its own use. */
export interface Keys {
  visitorTokens: Uint8Array;
  agentSessions: string;
}

/** The keys from a given secret, or from one made at first start in `<folder>/secrets.json` (0600). */
export function keysFrom(secret: string | undefined, folder: string): Keys {
  const root = secret ?? storedSecret(join(folder, 'secrets.json'));
  const derive = (use: string) => createHmac('sha256', root).update(use).digest();
  return {
    visitorTokens: derive('visitor-tokens'),
    agentSessions: derive('agent-sessions').toString('base64url'),
  };
}

function storedSecret(file: string): string {
  try {
    const { secret } = JSON.parse(readFileSync(file, 'utf8')) as { secret?: unknown };
    if (typeof secret === 'string' && secret.length >= 32) return secret;
    throw new Error(`${file} holds no secret. Delete it to make a new one; everybody is then signed out.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${JSON.stringify({ secret })}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
