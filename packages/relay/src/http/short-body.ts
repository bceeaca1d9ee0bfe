import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** How much of a body that is too long is read and thrown away, so that its sender gets to read the answer. */
const discardedBytes = 1024 * 1024;

/** Answers 413 to a body of more than `maxBytes`, before more than that is read. */
export function shortBody(maxBytes: number): MiddlewareHandler {
  const refuse = (context: Context, isLast: boolean) => {
    if (isLast) context.header('connection', 'close');
    return context.json({ error: `The body may have ${maxBytes} bytes.` }, 413);
  };
  // What is begun and not read to its end is in the way of the next request.
  const counted = bodyLimit({ maxSize: maxBytes, onError: (context) => refuse(context, true) });
  return async (context, next) => {
    const told = Number(context.req.header('content-length'));
    // Before the body is touched: Node throws away what nobody touched, and the connection stays of use.
    return told > maxBytes ? refuse(context, told > discardedBytes) : counted(context, next);
  };
}
