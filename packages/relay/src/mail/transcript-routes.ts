import { limits } from '@batonchat/protocol';
import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { mayUploadTo } from '../files/file-rows.js';
import { shortBody } from '../http/short-body.js';
import { widgetOrigin } from '../http/widget-origin.js';
import type { FrontDoor } from '../identity/front-door.js';
import type { KnownVisitor } from '../identity/visitor-tokens.js';
import type { NodeRequest } from '../relay-options.js';
import type { Store } from '../store/open-store.js';
import { addressPattern } from './mail-options.js';
import { createMailRates } from './mail-rates.js';
import { queuedStatus, queueTranscript, type TranscriptPlace } from './transcript-rows.js';

/** What the routes of transcripts stand on. `ready` is null until the store is open. */
export interface TranscriptRouteOptions {
  ready(): {
    store: Store;
    visitorOf(token: string): Promise<KnownVisitor | null>;
    /** There is something new in the outbox. */
    wakeOutbox(): void;
  } | null;
  door: FrontDoor;
  /** False: no mail is sent here. */
  isOffered: boolean;
}

type Bindings = { Bindings: NodeRequest };

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/));
const place = { conversationId: id, requestId: id };
const wish = v.object({
  ...place,
  to: v.pipe(v.string(), v.maxLength(limits.emailCharacters), v.regex(addressPattern)),
  locale: v.nullish(v.pipe(v.string(), v.maxLength(35)), null),
  timeZone: v.nullish(v.pipe(v.string(), v.maxLength(60)), null),
});
const placeOnly = v.object(place);

/** Transcripts by mail: whether there are any, where to by what the site has signed, a wish for one, and how far it is. For the visitor's own conversation. */
export function addTranscriptRoutes(app: Hono<Bindings>, options: TranscriptRouteOptions): void {
  const { ready, door, isOffered } = options;
  const rates = createMailRates(() => performance.now());
  const path = '/api/transcripts';
  const none = (context: Context) =>
    context.json({ error: 'No mail is sent here (BATON_SMTP_URL is not set).' }, 404);
  const nowhere = (context: Context) => context.json({ error: 'There is no such conversation.' }, 404);

  app.use(path, widgetOrigin(door, 'authorization, content-type'));
  for (const each of ['status', 'address']) app.use(`${path}/${each}`, widgetOrigin(door, 'authorization'));

  app.get(path, (context) => {
    context.header('cache-control', 'no-cache');
    return isOffered ? context.json({ mail: true }) : none(context);
  });

  /** The visitor, and whether the conversation is theirs: who asks for another's learns nothing of it. */
  async function visitorFor(up: NonNullable<ReturnType<typeof ready>>, context: Context) {
    const [, token] = /^Bearer ([\w.-]{1,4096})$/i.exec(context.req.header('authorization') ?? '') ?? [];
    const claims = token === undefined ? null : await up.visitorOf(token);
    if (!claims) return null;
    const visitor = { kind: 'visitor', id: claims.visitorId, siteId: claims.siteId } as const;
    return {
      ...visitor,
      email: claims.identity?.email ?? null,
      owns: ({ conversationId }: TranscriptPlace) => mayUploadTo(up.store, visitor, conversationId),
    };
  }
  const unauthorised = (context: Context) =>
    context.json({ error: 'Send a visitor’s token: Authorization: Bearer <token>.' }, 401);

  app.post(path, shortBody(4096), async (context) => {
    if (!isOffered) return none(context);
    const up = ready();
    if (!up) return context.json({ status: 'starting' }, 503);
    const visitor = await visitorFor(up, context);
    if (!visitor) return unauthorised(context);
    const parsed = v.safeParse(wish, await context.req.json().catch(() => null));
    if (!parsed.success)
      return context.json(
        {
          error:
            'The body is {"conversationId", "requestId": letters and digits, "to": one email address, "locale"?, "timeZone"?}.',
        },
        400,
      );
    const { to, locale, timeZone, ...asked } = parsed.output;
    if (!(await visitor.owns(asked))) return nowhere(context);
    context.header('cache-control', 'no-store');
    const known = await queuedStatus(up.store, asked);
    if (known) return context.json({ status: known }, 202);
    const address = door.addressOf(context.req.raw, context.env.incoming);
    const retryAfterMs = rates.take({ visitorId: visitor.id, to, address });
    if (retryAfterMs > 0) {
      const seconds = Math.ceil(retryAfterMs / 1000);
      context.header('retry-after', String(seconds));
      const error = `Too many transcripts were asked for. Try again in ${seconds} s.`;
      return context.json({ error, retryAfterMs }, 429);
    }
    const through = await lastSeq(up.store, asked.conversationId);
    await queueTranscript(up.store, { ...asked, siteId: visitor.siteId }, { to, through, locale, timeZone });
    up.wakeOutbox();
    return context.json({ status: 'waiting' }, 202);
  });

  app.get(`${path}/address`, async (context) => {
    const up = ready();
    if (!up) return context.json({ status: 'starting' }, 503);
    const visitor = await visitorFor(up, context);
    if (!visitor) return unauthorised(context);
    context.header('cache-control', 'no-store');
    return context.json({ address: visitor.email });
  });

  app.get(`${path}/status`, async (context) => {
    const up = ready();
    if (!up) return context.json({ status: 'starting' }, 503);
    const visitor = await visitorFor(up, context);
    if (!visitor) return unauthorised(context);
    const parsed = v.safeParse(placeOnly, context.req.query());
    if (!parsed.success || !(await visitor.owns(parsed.output))) return nowhere(context);
    context.header('cache-control', 'no-store');
    return context.json({ status: (await queuedStatus(up.store, parsed.output)) ?? 'sent' });
  });
}

async function lastSeq({ db }: Store, conversationId: string): Promise<number> {
  const { seq } = await db
    .selectFrom('event')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('conversationId', '=', conversationId)
    .where('log', '=', 'shared')
    .executeTakeFirstOrThrow();
  return seq ?? 0;
}
