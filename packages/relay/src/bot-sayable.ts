import { type AgentPart, agentParts, limits, questionIn } from '@batonchat/protocol';
import * as v from 'valibot';
import type { BotOutput } from './bot.js';
import type { Logger } from './logger.js';

/**
 * What of a bot's message the log may hold, or null when nothing is left of it. A bot's code cannot be trusted to keep
 * to the limits, and an answer with a broken card is better than none.
 */
export function sayable(
  { text, parts = [] }: Extract<BotOutput, { type: 'message' }>,
  log: Logger,
): AgentPart[] | null {
  const said = sayableText(text, log);
  const all: AgentPart[] = said === null ? [] : [{ type: 'text', text: said }];
  for (const [index, part] of parts.entries()) {
    const problem = problemWith(part, all);
    if (problem === null) all.push(part);
    else log.error(`The bot's message lost its part ${index}: ${problem}`);
  }
  return all.length > 0 ? all : null;
}

function problemWith(part: AgentPart, before: readonly AgentPart[]): string | null {
  if (before.length === limits.partsPerMessage)
    return `A message has ${limits.partsPerMessage} parts at most.`;
  if (questionIn([part]) !== null && questionIn([...before]) !== null)
    return 'A message asks for one answer; say the other one in a message of its own.';
  const { issues } = v.safeParse(agentParts, [part]);
  if (!issues) return null;
  const path = v.getDotPath(issues[0])?.replace(/^0\.?/, '');
  return `${path || 'It'}: ${issues[0].message}`;
}

/** The text as the log may hold it, or null when nothing is left of it. */
function sayableText(text: string, log: Logger): string | null {
  const clean = text.replaceAll('\0', '').toWellFormed();
  if (clean.length <= limits.messageCharacters) return clean.trim() === '' ? null : clean;
  log.warn(`The bot's message was cut: it had ${clean.length} characters.`, {
    limit: limits.messageCharacters,
  });
  return `${clean.slice(0, limits.messageCharacters - 1).toWellFormed()}…`;
}
