/**
 * The address of something at the relay. Throws a `TypeError` that names the relay when that is no address.
 */
export function relayUrl(relay: string, path: string): URL {
  const base = typeof document === 'undefined' ? undefined : document.baseURI;
  try {
    return new URL(path, new URL(relay.endsWith('/') ? relay : `${relay}/`, base));
  } catch {
    throw new TypeError(
      `Baton: the relay's address "${relay}" is no URL. Give an origin such as https://chat.example.com.`,
    );
  }
}
