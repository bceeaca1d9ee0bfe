import type { GetToken } from '@batonchat/core';
import type { Embedded } from '../embedded.js';
import { complain, wrongCall } from './complaints.js';

/** What a page gives to say who its visitor is: a token that its server signed, or a function that fetches one. */
export type Identity = { token: string } | GetToken;

/** The way to a token from what the page gave; null, and told, where that is neither. */
export function getTokenOf(given: unknown): GetToken | null {
  if (typeof given === 'function') return given as GetToken;
  const { token } = (given ?? {}) as { token?: unknown };
  if (typeof token === 'string') return () => token;
  complain(wrongCall('identify', '{ token } or a function that gives a token'));
  return null;
}

/** The visitor is who the page says. What was given before the chat was there is not asked twice. */
export function identify({ client, identified }: Embedded, given: unknown): void {
  if (given === identified) return;
  const getToken = getTokenOf(given);
  if (getToken) client.identify(getToken);
}
