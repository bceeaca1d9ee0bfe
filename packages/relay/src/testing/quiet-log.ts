import type { Logger } from '../logger.js';

/** A logger that keeps what it is told, so that a test can read it and the terminal stays quiet. */
export type QuietLog = Logger & {
  lines: { level: 'info' | 'warn' | 'error'; text: string; facts: Record<string, unknown> }[];
};

/** An empty one. */
export function quietLog(): QuietLog {
  const lines: QuietLog['lines'] = [];
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (text: string, facts: Record<string, unknown> = {}) =>
      void lines.push({ level, text, facts });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
