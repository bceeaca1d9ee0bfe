import type { MiddlewareHandler } from 'hono';
import type { FrontDoor } from '../identity/front-door.js';
import type { NodeRequest } from '../relay-options.js';

/**
 * Keeps the files on an origin of their own: there nothing else is answered, and they are answered nowhere else. So what
 * somebody uploaded never shares an origin with the console's cookie, whatever a browser makes of it.
 */
export function filesHost(
  door: FrontDoor,
  filesOrigin: string,
): MiddlewareHandler<{ Bindings: NodeRequest }> {
  return async (context, next) => {
    const isFile = context.req.path.startsWith('/files/');
    if (isFile === isFilesHost(door, filesOrigin, context.req.raw.headers)) return next();
    const { host } = new URL(filesOrigin);
    return isFile
      ? context.text(
          `Files are fetched from ${filesOrigin} (BATON_FILES_ORIGIN). A proxy in front of it has to pass the host on, or to be trusted (BATON_TRUST_PROXY).`,
          421,
        )
      : context.text(`${host} has files and nothing else (BATON_FILES_ORIGIN).`, 421);
  };
}

/** Whether a request is for the files' own host. */
export const isFilesHost = (door: FrontDoor, filesOrigin: string | undefined, headers: Headers): boolean =>
  filesOrigin !== undefined && door.hostOf(headers) === new URL(filesOrigin).host;
