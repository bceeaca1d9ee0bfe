import { limits } from '@batonchat/protocol';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as v from 'valibot';
import { addFileRoutes, type FileRouteOptions } from '../files/file-routes.js';
import type { Files } from '../files/files.js';
import { filesHost } from '../files/files-host.js';
import { createAddressRates } from '../gateway/address-rates.js';
import type { Admission } from '../identity/admission.js';
import type { Agents } from '../identity/agents.js';
import type { FrontDoor } from '../identity/front-door.js';
import { IdentityRefused, identityCharacters } from '../identity/identity-tokens.js';
import type { KnownVisitor } from '../identity/visitor-tokens.js';
import { secretPattern } from '../identity/visitors.js';
import type { Logger } from '../logger.js';
import { addTranscriptRoutes } from '../mail/transcript-routes.js';
import type { NodeRequest } from '../relay-options.js';
import type { Store } from '../store/open-store.js';
import { type LauncherSettings, withLauncherSettings } from './launcher-settings.js';
import { shortBody } from './short-body.js';
import { readStaticFiles } from './static-files.js';
import { widgetOrigin } from './widget-origin.js';

/** What the routes stand on. `ready` is null until the store is open. */
export interface RouteOptions {
  version: string;
  ready(): {
    store: Store;
    agents: Agents;
    files: Files;
    visitorOf(token: string): Promise<KnownVisitor | null>;
    admit: Admission;
    wakeOutbox(): void;
  } | null;
  door: FrontDoor;
  log: Logger;
  /** How many one address may ask for within ten seconds. */
  tokensPerAddress: number;
  /** How large a file may be, how many may come, and from where they are served. */
  files: Pick<FileRouteOptions, 'maxBytes' | 'filesOrigin' | 'uploadsPerMinute' | 'uploadsPerAddress'>;
  /** Transcripts are sent by mail. */
  isMailing: boolean;
  consoleFolder: string | undefined;
  embedFolder: string | undefined;
  launcher: LauncherSettings;
}

/** An identity, a secret, and what JSON puts around them. */
const tokenBodyBytes = identityCharacters + 1024;

const tokenRequest = v.object({
  secret: v.pipe(v.string(), v.regex(secretPattern, '32 random bytes in base64url.')),
  siteId: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), 'main'),
  identity: v.optional(v.pipe(v.string(), v.maxLength(identityCharacters))),
});

/** What the console's page may do. Its own socket is named, since `'self'` does not cover it everywhere. */
const consolePolicy = (ownOrigin: string, filesOrigin = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob: https: ${filesOrigin}`.trim(),
    `connect-src 'self' ${ownOrigin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What the chat may do in its frame, and who may frame it. */
const framePolicy = (ownOrigin: string, host: string, filesOrigin = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `img-src 'self' data: blob: https: ${filesOrigin}`.trim(),
    `connect-src 'self' ${ownOrigin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${host}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Everything that the relay answers over HTTP. */
export function createRoutes(options: RouteOptions): Hono<{ Bindings: NodeRequest }> {
  const { version, ready, door, log } = options;
  const consoleFiles = readStaticFiles(options.consoleFolder ?? '');
  const embedFiles = readStaticFiles(options.embedFolder ?? '', (file, body) =>
    file.includes('/') ? body : withLauncherSettings(body, options.launcher),
  );
  const tokens = createAddressRates({
    size: options.tokensPerAddress,
    what: 'requests for a visitor’s token',
    setting: 'addressTokens',
    log,
    now: () => performance.now(),
  });
  const app = new Hono<{ Bindings: NodeRequest }>();
  const notReady = (context: Context) => context.json({ status: 'starting', version }, 503);

  app.onError((error, context) => {
    // Who cuts their own body off reads no answer, and would fill the log with errors that are none of ours.
    if (context.env.incoming?.destroyed && 'code' in error && error.code === 'ECONNRESET')
      return context.body(null, 400);
    log.error('A request could not be answered.', { path: context.req.path, error });
    return context.json({ error: 'The relay could not do that just now. Try again.' }, 503);
  });

  const { filesOrigin } = options.files;
  if (filesOrigin) app.use(filesHost(door, filesOrigin));

  app.get('/health', (context) => {
    // A widget on another origin asks it before it reconnects.
    context.header('access-control-allow-origin', '*');
    context.header('cache-control', 'no-store');
    const up = ready();
    if (!up) return notReady(context);
    return context.json({ status: 'ok', store: up.store.dialect, durability: up.store.durability, version });
  });

  app.use('/api/visitor/*', widgetOrigin(door, 'content-type'));

  const unhurried = createMiddleware<{ Bindings: NodeRequest }>(async (context, next) => {
    const retryAfterMs = tokens.take(door.addressOf(context.req.raw, context.env.incoming));
    if (retryAfterMs === 0) return next();
    const seconds = Math.ceil(retryAfterMs / 1000);
    context.header('retry-after', String(seconds));
    const error = `Too many tokens were asked for from this address. Try again in ${seconds} s.`;
    return context.json({ error, retryAfterMs }, 429);
  });

  app.post('/api/visitor/token', unhurried, shortBody(tokenBodyBytes), async (context) => {
    const up = ready();
    if (!up) return notReady(context);
    const parsed = v.safeParse(tokenRequest, await context.req.json().catch(() => null));
    if (!parsed.success)
      return context.json(
        {
          error:
            'The body is {"secret": 32 random bytes in base64url, "siteId"?: string, "identity"?: a token that your server signed}.',
        },
        400,
      );
    context.header('cache-control', 'no-store');
    try {
      return context.json(await up.admit(parsed.output));
    } catch (error) {
      if (!(error instanceof IdentityRefused)) throw error;
      return context.json({ error: error.message }, 401);
    }
  });

  app.on(['GET', 'POST'], '/api/auth/*', shortBody(limits.frameBytes), async (context) => {
    const up = ready();
    if (!up) return notReady(context);
    const address = door.addressOf(context.req.raw, context.env.incoming);
    return up.agents.handle(context.req.raw, address);
  });

  addFileRoutes(app, { ready, door, log, ...options.files });
  addTranscriptRoutes(app, { ready, door, isOffered: options.isMailing });

  const anybody = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  for (const script of ['embed.js', 'baton-chat.js'])
    app.get(
      `/${script}`,
      (context) => embedFiles.respond(context.req.raw, script, anybody) ?? context.notFound(),
    );
  app.get('/embed/frame.html', (context) => {
    const host = context.req.query('host') ?? '';
    if (!door.mayEmbed(context.req.raw, host))
      return context.text(
        'This origin may not embed the chat (BATON_ORIGINS), or none is named (?host=).',
        403,
      );
    const headers = {
      'content-security-policy': framePolicy(door.ownOrigin(context.req.raw), host, filesOrigin),
      'referrer-policy': 'no-referrer',
    };
    return embedFiles.respond(context.req.raw, 'embed/frame.html', headers) ?? context.notFound();
  });
  app.get('/embed/*', (context) => {
    return embedFiles.respond(context.req.raw, context.req.path.slice(1), anybody) ?? context.notFound();
  });

  app.on('GET', ['/console', '/console/*'], (context) => {
    const path = context.req.path.slice('/console/'.length) || 'index.html';
    const policy = consolePolicy(door.ownOrigin(context.req.raw), filesOrigin);
    const headers = { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' };
    return consoleFiles.respond(context.req.raw, path, headers) ?? context.notFound();
  });
  return app;
}
