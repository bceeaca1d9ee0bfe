import { closeCodes } from '@batonchat/protocol';
import { type Clock, clockOf } from '../clock.js';
import { TokenRefused } from '../transport.js';
import { type Asked, hedged } from './hedged.js';
import { answerError, relayUrl } from './relay-request.js';
import { askForToken, type TokenRequest } from './token-request.js';
import { secretOf } from './visitor-secret.js';

/** A token this close to its end is not worth connecting with. */
const leewayMs = 30_000;
/** As long as the relay gives one for. More than that is a wall clock that is behind the relay's. */
const maxLifetimeMs = 10 * 60_000;

/** Gives a token; of a new one, `asked` may be the request. */
export type TokenSource = (fresh: boolean, asked?: Promise<Asked>) => Promise<string>;

/**
 * Gets a visitor's tokens for the secret in `storage`, which is minted on first use. A token is used again until
 * it is about to expire or the secret is another. The source rejects with a `TokenRefused` when the relay says no, with a `RelayBusy` when
 * it says when to come again. An `identity` that is refused is asked for anew, once.
 */
export function createTokenSource(
  options: TokenRequest & { clock?: Pick<Clock, 'now' | 'monotonic'> },
): TokenSource {
  const { relay, storage, identity, clock = clockOf({}) } = options;
  let held = { token: '', secret: '', usableUntil: 0 };
  let isChecked = false;

  return async (fresh, asked) => {
    if (!isChecked) tellOfNoAddress(relay);
    isChecked = true;
    const secret = secretOf(storage);
    if (!fresh && held.secret === secret && held.usableUntil > clock.monotonic()) return held.token;
    const response = await hedged(await (asked ?? askForToken(options)));
    if (response.status === 401 || response.status === 403)
      throw new TokenRefused(
        `${relay} gives no token to this page.`,
        identity && !fresh ? closeCodes.tokenExpired : closeCodes.forbidden,
      );
    if (!response.ok) throw answerError(relay, response);
    const { token, expiresAt }: { token: string; expiresAt: number } = await response.json();
    const lifetimeMs = Math.min(expiresAt - clock.now(), maxLifetimeMs);
    held = { token, secret, usableUntil: clock.monotonic() + lifetimeMs - leewayMs };
    return token;
  };
}

/** To the visitor it is a relay that does not answer; who wrote it is told why. */
function tellOfNoAddress(relay: string): void {
  try {
    relayUrl(relay, '');
  } catch (error) {
    console.error(String(error));
  }
}
