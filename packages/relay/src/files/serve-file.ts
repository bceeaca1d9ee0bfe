import { dispositionOf } from './file-name.js';
import type { FileRow } from './file-rows.js';
import type { FileStorage } from './file-storage.js';

/** Answers a GET or HEAD for a file, whole or one range of it; it is never a page of its own, whatever is in it. */
export async function serveFile(row: FileRow, storage: FileStorage, request: Request): Promise<Response> {
  const etag = `"${row.id}"`;
  const headers: Record<string, string> = {
    'content-type': row.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : row.mediaType,
    // Of all kinds that are taken, only pictures are nothing but what they look like.
    'content-disposition': dispositionOf(row.name, row.width !== null),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, max-age=1800, immutable',
    'accept-ranges': 'bytes',
    etag,
  };
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  const isSame = (request.headers.get('if-range') ?? etag) === etag;
  const range = isSame ? rangeOf(request.headers.get('range'), row.bytes) : null;
  if (range === 'none') {
    headers['content-range'] = `bytes */${row.bytes}`;
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: row.bytes - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range) headers['content-range'] = `bytes ${start}-${end}/${row.bytes}`;
  const body = request.method === 'HEAD' ? null : await storage.read(row.id, { start, end });
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** One range as RFC 9110 writes it; null: all of it, as for what can't be read or are several; `none`: beyond the end. */
function rangeOf(header: string | null, bytes: number): { start: number; end: number } | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const start = Math.max(0, bytes - Number(last));
    return Number(last) === 0 ? 'none' : { start, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= bytes ? 'none' : { start, end };
}
