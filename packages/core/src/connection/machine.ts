/**
 * The connection machine: what follows from what, with no socket and no timer.
 *
 *    idle ── connect ──> dialling ── welcomed ──> up
 *                         ^    │                   │
 *              retry, wake│    └──── ended ────────┤
 *                         │                        v
 *                        waiting <─────────────────┴── terminal code ──> closed
 */
import { closeCodes } from '@batonchat/protocol';
import type { ConnectionReason, ConnectionState } from '../state.js';
import { backoffMs } from './backoff.js';

/** A connection over all its attempts. `attempt` grows with each dialling. */
export interface Link {
  phase: 'idle' | 'dialling' | 'up' | 'waiting' | 'closed';
  reason: ConnectionReason | null;
  attempt: number;
  /** Attempts in a row that ended before the welcome. */
  failures: number;
  /** How long the present wait is, and when it ends as a person reads it (epoch milliseconds). */
  retryInMs: number;
  retryAt: number;
  needsFreshToken: boolean;
}

/** Before the first `connect`. */
export const idleLink: Link = {
  phase: 'idle',
  reason: null,
  attempt: 0,
  failures: 0,
  retryInMs: 0,
  retryAt: 0,
  needsFreshToken: false,
};

/** What can happen to a link. `retry`: its time has come; `insist`: a person or a waking page wants it now. */
export type LinkInput =
  | { type: 'connect' | 'retry' | 'insist' | 'welcomed' | 'destroyed' }
  /** `retryAfterMs`: the relay said that it is not to be asked before. */
  | { type: 'ended'; code: number; retryAfterMs?: number | undefined };

/** What the machine cannot know by itself. `random` is from 0 to under 1. */
export interface Circumstances {
  /** Epoch milliseconds, to be shown. */
  now: number;
  random: number;
  isOnline: boolean;
}

/** How far apart clients come back after a restart that was announced. */
const restartSpreadMs = 1000;
/** The longest that a relay can ask for: a page that is told more comes back to be told again. */
const maxRetryAfterMs = 5 * 60_000;
/** A client that was too slow to read waits as if it had failed this often. */
const slowFailures = 4;

const terminal: ReadonlyMap<number, ConnectionReason> = new Map([
  [closeCodes.forbidden, 'forbidden'],
  [closeCodes.tooOld, 'reload-needed'],
  [closeCodes.offence, 'offence'],
]);

const dial = (link: Link): Link => ({ ...link, phase: 'dialling', attempt: link.attempt + 1 });
const close = (link: Link, reason: ConnectionReason): Link => ({ ...link, phase: 'closed', reason });

/** The link after one input. An input that means nothing in this phase changes nothing. */
export function nextLink(link: Link, input: LinkInput, circumstances: Circumstances): Link {
  switch (input.type) {
    case 'connect':
      return link.phase === 'idle' ? dial(link) : link;
    case 'retry':
      return link.phase === 'waiting' ? dial(link) : link;
    case 'insist':
      return insisted(link);
    case 'welcomed':
      return link.phase === 'dialling'
        ? { ...link, phase: 'up', reason: null, needsFreshToken: false }
        : link;
    case 'destroyed':
      return link.reason === 'destroyed' ? link : close(link, 'destroyed');
    case 'ended':
      return link.phase === 'dialling' || link.phase === 'up' ? ended(link, input, circumstances) : link;
  }
}

/** Who insists has news: if this attempt fails too, the next one is within a second. */
function insisted(link: Link): Link {
  const hopeful = link.failures > 0 ? { ...link, failures: 0 } : link;
  switch (link.phase) {
    case 'dialling':
      return hopeful;
    case 'waiting':
      return dial(hopeful);
    case 'closed':
      return link.reason === 'destroyed' ? link : dial({ ...hopeful, reason: null });
    default:
      return link;
  }
}

function ended(
  link: Link,
  { code, retryAfterMs = 0 }: Extract<LinkInput, { type: 'ended' }>,
  { now, random, isOnline }: Circumstances,
): Link {
  const final = terminal.get(code);
  if (final) return close(link, final);
  if (code === closeCodes.tokenExpired && !link.needsFreshToken)
    return dial({ ...link, needsFreshToken: true });

  // Whom the relay welcomed begins anew: it is there.
  const known = link.phase === 'up' ? 0 : link.failures;
  const failures = Math.max(known, code === closeCodes.slow ? slowFailures : 0);
  const isRestart = code === closeCodes.restart && link.phase === 'up';
  const jitteredMs = isRestart ? random * restartSpreadMs : backoffMs(failures, random);
  const retryInMs = Math.round(Math.min(Math.max(retryAfterMs, 0), maxRetryAfterMs) + jitteredMs);
  return {
    ...link,
    phase: 'waiting',
    reason: isOnline ? 'unreachable' : 'offline',
    failures: isRestart ? failures : failures + 1,
    retryInMs,
    retryAt: now + retryInMs,
  };
}

/** The link as its readers see it: `connecting` only until the first attempt has ended. */
export function connectionStateOf({ phase, reason, attempt, retryAt }: Link): ConnectionState {
  const isFirst = phase === 'dialling' && attempt === 1;
  const status = statusOf[phase] ?? (isFirst ? 'connecting' : 'reconnecting');
  return { status, reason, retryAt: phase === 'waiting' ? retryAt : null };
}

/** Of the phases that have one whatever came before. */
const statusOf: { [phase in Link['phase']]?: ConnectionState['status'] } = {
  idle: 'idle',
  up: 'connected',
  closed: 'closed',
};
