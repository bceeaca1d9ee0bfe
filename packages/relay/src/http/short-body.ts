import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Answers 413 to a body of more than `maxBytes`, before more than that is read. */
export function shortBody(maxBytes: number): MiddlewareHandler {
  const refuse = (context: Context) => context.json({ error: `The body may have ${maxBytes} bytes.` }, 413);
  const counted = bodyLimit({
    maxSize: maxBytes,
    onError(context) {
      context.header('connection', 'close');
      return refuse(context);
    },
  });
  // A body that was not even looked at is thrown away by Node as it comes, and its connection serves the next
  // request; one that was begun is in the way until its connection is closed.
  return async (context, next) =>
    Number(context.req.header('content-length')) > maxBytes ? refuse(context) : counted(context, next);
}
