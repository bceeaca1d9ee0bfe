import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { createAddressRates } from '../gateway/address-rates.js';
import { agentSiteId } from '../gateway/connection.js';
import { shortBody } from '../http/short-body.js';
import { widgetOrigin } from '../http/widget-origin.js';
import type { Agents } from '../identity/agents.js';
import type { FrontDoor } from '../identity/front-door.js';
import type { KnownVisitor } from '../identity/visitor-tokens.js';
import type { Logger } from '../logger.js';
import type { NodeRequest } from '../relay-options.js';
import type { Store } from '../store/open-store.js';
import { acceptedKinds } from './file-kind.js';
import { nameOfHeader } from './file-name.js';
import { FileRefusal } from './file-refusal.js';
import { type FilePerson, mayUploadTo } from './file-rows.js';
import type { Files } from './files.js';
import { readUpload, tooBig } from './read-upload.js';
import { createUploadGate } from './upload-gate.js';

/** What the files' routes stand on. `ready` is null until the store is open. */
export interface FileRouteOptions {
  ready(): {
    store: Store;
    agents: Agents;
    files: Files;
    visitorOf(token: string): Promise<KnownVisitor | null>;
  } | null;
  door: FrontDoor;
  log: Logger;
  /** Of one file; 0: none are taken. */
  maxBytes: number;
  /** The origin of the files' addresses, where it is another than the relay's own. */
  filesOrigin: string | undefined;
  /** How many uploads a participant may begin a minute. */
  uploadsPerMinute: number;
  /** How many uploads one address may begin within ten seconds. */
  uploadsPerAddress: number;
}

type Bindings = { Bindings: NodeRequest };
type Running = NonNullable<ReturnType<FileRouteOptions['ready']>>;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,80}$/));
const urlsRequest = v.object({ fileIds: v.pipe(v.array(id), v.maxLength(100)) });
const quietMs = 7_000;
const totalMs = 5 * 60_000;

/** Uploads, the addresses of files, and the files themselves. */
export function addFileRoutes(app: Hono<Bindings>, options: FileRouteOptions): void {
  const { ready, door, log, maxBytes } = options;
  const now = () => performance.now();
  const gate = createUploadGate(options.uploadsPerMinute, now);
  const arrivals = createAddressRates({
    ...{ size: options.uploadsPerAddress, what: 'uploads', setting: 'addressUploads', log, now },
  });

  /** A visitor by the token, an agent by the cookie, which only the relay's own pages may use. */
  async function personOf({ agents, visitorOf }: Running, request: Request): Promise<FilePerson | null> {
    const [, token] = /^Bearer ([\w.-]{1,4096})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if (token !== undefined) {
      const claims = await visitorOf(token);
      return claims && { kind: 'visitor', id: claims.visitorId, siteId: claims.siteId };
    }
    if (!door.originOf(request).isSame) return null;
    const agent = await agents.ofCookie(request.headers);
    return agent && { kind: 'agent', id: agent.id, siteId: agentSiteId };
  }

  const noFiles = (context: Context) =>
    context.json({ error: 'Files are not taken here (BATON_FILE_BYTES is 0).' }, 404);
  const starting = (context: Context) => context.json({ status: 'starting' }, 503);
  const unauthorised = (context: Context) =>
    context.json({ error: 'Sign in first, or send a visitor’s token: Authorization: Bearer <token>.' }, 401);

  function tooMany(context: Context, retryAfterMs: number) {
    const seconds = Math.ceil(retryAfterMs / 1000);
    context.header('retry-after', String(seconds));
    const error = `Too many files at once. Try again in ${seconds} s.`;
    return context.json({ error, retryAfterMs }, 429);
  }

  app.use('/api/files', widgetOrigin(door, 'authorization, content-type, x-file-name'));
  app.use('/api/files/*', widgetOrigin(door, 'authorization, content-type'));

  app.get('/api/files', (context) => {
    context.header('cache-control', 'no-cache');
    return maxBytes > 0 ? context.json({ maxBytes, accept: acceptedKinds }) : noFiles(context);
  });

  app.post('/api/files', async (context) => {
    if (maxBytes === 0) return noFiles(context);
    const up = ready();
    if (!up) return starting(context);
    const { raw } = context.req;
    const person = await personOf(up, raw);
    if (!person) return unauthorised(context);
    const parsed = v.safeParse(id, context.req.query('conversationId'));
    if (!parsed.success || !(await mayUploadTo(up.store, person, parsed.output)))
      return context.json({ error: 'There is no such conversation (?conversationId=).' }, 404);
    const waitMs = arrivals.take(door.addressOf(raw, context.env.incoming));
    if (waitMs > 0) return tooMany(context, waitMs);
    const turn = gate.enter(person);
    if ('retryAfterMs' in turn) return tooMany(context, turn.retryAfterMs);
    try {
      return await receive(context, up, person, parsed.output);
    } finally {
      turn.leave();
    }
  });

  async function receive(context: Context<Bindings>, { files }: Running, person: FilePerson, to: string) {
    const { body } = context.req.raw;
    if (!body) return context.json({ error: 'The body is the file; its name is in X-File-Name.' }, 400);
    const upload = readUpload(body, { maxBytes, quietMs, totalMs });
    try {
      if (Number(context.req.header('content-length')) > maxBytes) throw tooBig(maxBytes);
      const name = nameOfHeader(context.req.header('x-file-name'));
      const kept = await files.keep(person, to, name, upload);
      context.header('cache-control', 'no-store');
      return context.json(kept, 201);
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      await upload.discard();
      context.header('connection', 'close');
      return context.json({ error: error.message }, error.status);
    }
  }

  app.post('/api/files/urls', shortBody(16 * 1024), async (context) => {
    const up = ready();
    if (!up) return starting(context);
    const person = await personOf(up, context.req.raw);
    if (!person) return unauthorised(context);
    const parsed = v.safeParse(urlsRequest, await context.req.json().catch(() => null));
    if (!parsed.success)
      return context.json({ error: 'The body is {"fileIds": string[]}, 100 at the most.' }, 400);
    const { paths, expiresAt } = await up.files.pathsFor(person, parsed.output.fileIds);
    const origin = options.filesOrigin ?? door.ownOrigin(context.req.raw);
    const urls = Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, origin + path]));
    context.header('cache-control', 'no-store');
    return context.json({ urls, expiresAt });
  });

  app.get('/files/:fileId', async (context) => {
    const up = ready();
    if (!up) return starting(context);
    const query = { e: context.req.query('e'), s: context.req.query('s') };
    const response = await up.files.serve(context.req.param('fileId'), query, context.req.raw);
    return response ?? context.text('This address has expired, or there is no such file.', 404);
  });
}
