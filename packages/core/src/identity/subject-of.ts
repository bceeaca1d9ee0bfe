/**
 * Whom a token names, as it says itself: that it is true, the relay alone can tell. Throws a `TypeError` where it is no
 * JWT, or names nobody.
 */
export function subjectOf(token: string): string {
  const [, payload = ''] = `${token}`.split('.');
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const { sub }: { sub?: unknown } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof sub === 'string' && sub !== '') return sub;
  } catch {}
  throw new TypeError('Baton: the identity token is no JWT with a "sub". Give what your server has signed.');
}
