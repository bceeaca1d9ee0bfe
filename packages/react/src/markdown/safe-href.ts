const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address that a link in a message may lead to, or null where it may lead nowhere: http, https, mailto, tel,
 * and paths of the site that the page is on (`/help/returns`).
 */
export function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (/^\/(?![/\\])/.test(trimmed)) return isOnThisSite(trimmed) ? trimmed : null;
  try {
    const url = new URL(trimmed);
    return schemes.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// Browsers drop tabs and line breaks from an address, so "/<tab>/evil.example" leaves the site all the same.
const isOnThisSite = (path: string) => {
  const base = 'https://site.invalid';
  try {
    return new URL(path, base).origin === base;
  } catch {
    return false;
  }
};
