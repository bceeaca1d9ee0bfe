import { extname } from 'node:path';
import { limits } from '@batonchat/protocol';

/** Controls, and what turns the direction of text: by it `exe.pdf` can be shown for a name that ends in `exe`. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name to show and to save under: no path, nothing unseen, as many characters as a part's name may have. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .replace(unseen, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  if (/^\.*$/.test(seen)) return 'file';
  if (seen.length <= limits.fileNameCharacters) return seen;
  const extension = extname(seen).slice(0, 20);
  const stem = seen.slice(0, limits.fileNameCharacters - extension.length).replace(/[\ud800-\udbff]$/, '');
  return stem + extension;
}

/** The name that an upload's `X-File-Name` header holds (percent-encoded UTF-8), cleaned. */
export function nameOfHeader(header: string | undefined): string {
  try {
    return cleanName(decodeURIComponent(header ?? ''));
  } catch {
    return cleanName(header ?? '');
  }
}

/** A Content-Disposition under which a file is saved by its name, or shown where it `isShown` (RFC 6266, RFC 8187). */
export function dispositionOf(name: string, isShown = false): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
