import type { MiddlewareHandler } from 'hono';
import type { FrontDoor } from '../identity/front-door.js';
import type { NodeRequest } from '../relay-options.js';

/** Lets the pages that may embed the widget ask across origins, with these headers; 403 to every other page. */
export function widgetOrigin(
  door: FrontDoor,
  allowedHeaders: string,
): MiddlewareHandler<{ Bindings: NodeRequest }> {
  return async (context, next) => {
    const { origin, isAllowed } = door.originOf(context.req.raw);
    if (!isAllowed && context.req.header('origin') !== undefined)
      return context.json({ error: 'This origin may not embed the widget (BATON_ORIGINS).' }, 403);
    if (origin) {
      context.header('access-control-allow-origin', origin);
      context.header('access-control-expose-headers', 'retry-after');
      context.header('vary', 'origin');
    }
    if (context.req.method === 'OPTIONS') {
      context.header('access-control-allow-methods', 'POST');
      context.header('access-control-allow-headers', allowedHeaders);
      context.header('access-control-max-age', '600');
      return context.body(null, 204);
    }
    return next();
  };
}
