import { ConfigError } from '../config-error.js';

/** A secret that a site's own server signs its visitors' tokens with. */
export interface IdentityKey {
  /** The `kid` of the tokens: with two keys that live at once, one can be rotated. */
  id: string;
  /** At least 32 bytes, as text in UTF-8. */
  secret: string;
  /** The one site whose visitors it vouches for. Default `main`. */
  siteId?: string;
}

/** Whether and how visitors are signed. */
export interface IdentityOptions {
  keys: readonly IdentityKey[];
  /** Visitors of whom nothing is signed are let in no more. Default false. */
  isRequired?: boolean;
}

/** The keys as tokens are verified with them. */
export type IdentityKeys = readonly { id: string; siteId: string; key: Uint8Array }[];

const minBytes = 32;
const idPattern = /^[\w.-]{1,40}$/;

/** The keys, checked. Throws `ConfigError` at one that is too short or has a name that is no `kid`; no secret is in it. */
export function identityKeysOf(keys: readonly IdentityKey[]): IdentityKeys {
  return keys.map(({ id, secret, siteId = 'main' }, index) => {
    const key = new TextEncoder().encode(secret);
    if (!idPattern.test(id))
      throw new ConfigError(
        `The key id of identity secret ${index + 1} is not 1 to 40 letters, digits, dots or dashes.`,
      );
    if (key.length < minBytes)
      throw new ConfigError(
        `The identity secret ${JSON.stringify(id)} (BATON_IDENTITY_SECRET) has ${key.length} bytes. Set it to ${minBytes} random ones or more: openssl rand -hex 32.`,
      );
    if (keys.some((other, at) => at < index && other.id === id && (other.siteId ?? 'main') === siteId))
      throw new ConfigError(
        `Two identity secrets have the key id ${JSON.stringify(id)}. Give each its own: id:secret,id:secret.`,
      );
    return { id, siteId, key };
  });
}

/** The keys of `BATON_IDENTITY_SECRET`: one secret, or `id:secret` for each of several, with commas between. */
export const readIdentityKeys = (value: string): IdentityKey[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [id = '', ...secret] = each.split(':');
      return secret.length === 0 ? { id: 'default', secret: id } : { id, secret: secret.join(':') };
    });
