/** Which pages may hold a visitor's socket: an exact origin, or a rule of the host's own. */
export type AllowedOrigin = string | ((origin: string) => boolean);

/** How a request reached us, as far as its headers and the trusted proxies say. */
export interface RequestOrigin {
  origin: string | null;
  isSame: boolean;
  isAllowed: boolean;
}

/**
 * Compares the Origin header exactly with the relay's own origin and the allow list. A missing or `null` origin
 * is never allowed: browsers always send one with an upgrade.
 */
export function checkOrigin(
  origin: string | null | undefined,
  own: string,
  allowed: readonly AllowedOrigin[],
): RequestOrigin {
  if (!origin || origin === 'null') return { origin: null, isSame: false, isAllowed: false };
  const isSame = origin === own;
  const isAllowed =
    isSame || allowed.some((each) => (typeof each === 'string' ? each === origin : each(origin)));
  return { origin, isSame, isAllowed };
}

/** The address of the person behind `hops` trusted proxies, or of the peer when there are none. */
export function clientAddress(
  forwardedFor: string | null,
  peer: string | undefined,
  hops: number,
): string | null {
  const chain = [
    ...(forwardedFor ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    peer ?? '',
  ];
  const address = chain.at(-1 - hops) ?? chain[0];
  return address ? address.replace(/^::ffff:/, '').slice(0, 64) : null;
}
