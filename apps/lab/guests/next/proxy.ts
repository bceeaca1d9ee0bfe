import { type NextRequest, NextResponse } from 'next/server';

/** A new nonce for each page; Next gives it to its own scripts, and nothing else may run or style. */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID();
  const relay = process.env['RELAY'] ?? '';
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${relay} ${relay.replace('http', 'ws')}`,
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/', '/help'] };
