import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface StaticFile {
  type: string;
  etag: string;
  body: Buffer<ArrayBuffer>;
  /** Null until somebody asks for it. */
  gzipped: Buffer<ArrayBuffer> | null;
}

/** The files of one folder, read once, compressed when first asked for, and held. A folder that is not there holds nothing. */
export interface StaticFiles {
  /** Answers for a path below the folder, or null where there is no such file. */
  respond(request: Request, path: string, headers?: Record<string, string>): Response | null;
}

/**
 * Reads a folder and all below it; files whose type is not known here are left out. `change` gets each one by its path
 * below the folder, and gives what is served in its place.
 */
export function readStaticFiles(
  folder: string,
  change = (_path: string, body: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> => body,
): StaticFiles {
  const files = new Map<string, StaticFile>();
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const name of names) {
    const type = types[extname(name.name)];
    if (!name.isFile() || !type) continue;
    const file = join(name.parentPath, name.name);
    const path = relative(folder, file).split(sep).join('/');
    const body = change(path, readFileSync(file) as Buffer<ArrayBuffer>);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    files.set(path, { type, etag, body, gzipped: null });
  }

  return {
    respond(request, path, headers = {}) {
      const file = files.get(path);
      if (!file) return null;
      const common = {
        ...headers,
        etag: file.etag,
        vary: 'accept-encoding',
        // A name that carries its content's hash never changes its content.
        'cache-control': /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'x-content-type-options': 'nosniff',
      };
      if (request.headers.get('if-none-match') === file.etag)
        return new Response(null, { status: 304, headers: common });
      const isGzip = request.headers.get('accept-encoding')?.includes('gzip') ?? false;
      const encoding = isGzip ? { 'content-encoding': 'gzip' } : {};
      if (isGzip) file.gzipped ??= gzipSync(file.body, { level: 9 }) as Buffer<ArrayBuffer>;
      return new Response(request.method === 'HEAD' ? null : (isGzip && file.gzipped) || file.body, {
        headers: { ...common, ...encoding, 'content-type': file.type },
      });
    },
  };
}
