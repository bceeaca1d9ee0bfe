import type { RelayOptions } from '@batonchat/relay';

/** What a scenario may set of the relay under test. */
export interface RelaySettings extends Pick<RelayOptions, 'handoff' | 'rateLimits' | 'heartbeatMs'> {
  /** Whose pages may hold a widget, besides the relay's own. */
  origins?: readonly string[];
  /** It hands out the built widget. */
  servesWidget?: boolean;
  /** `silent` (the default) says nothing, `echo` answers at once, `slow` streams word by word, `scripted` heeds `cues`. */
  bot?: 'silent' | 'echo' | 'slow' | 'scripted';
  /** Between two words of the slow bot. */
  botWordMs?: number;
  /** How many agents there must be. */
  makeAgents?: number;
  /** How far its wall clock is ahead, as after a time that it was not there. */
  clockAheadMs?: number;
}

/** The same for all agents of the lab. */
export const agentPassword = 'a-password-of-the-lab';

/** Agents are numbered from 0. */
export const agentEmail = (number: number): string => `agent-${number}@lab.example`;
