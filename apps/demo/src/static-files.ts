import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file that is served as it is. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Its `content-type`. */
  readonly type: string;
  /** Changes when its content does. */
  readonly version: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads a flat folder of style sheets, scripts and SVG pictures into memory, by file name.
 * Throws an error that names the file when it is of another kind.
 */
export function readStaticFiles(folder: string): Map<string, StaticFile> {
  return new Map(
    readdirSync(folder).map((name) => {
      const type = TYPES[extname(name)];
      if (!type) throw new Error(`${join(folder, name)} cannot be served: only .css, .js and .svg lie here.`);
      const body = new Uint8Array(readFileSync(join(folder, name)));
      const version = createHash('sha256').update(body).digest('base64url').slice(0, 10);
      return [name, { body, type, version }];
    }),
  );
}
