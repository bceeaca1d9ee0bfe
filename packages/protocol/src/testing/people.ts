/** The people of the tests, and the commands that they give. */
import type {
  AgentCommand,
  BotCommand,
  BotHandoff,
  IssuedCommand,
  SystemCommand,
  VisitorCommand,
} from '../command.js';
import type { VisitContext } from '../event.js';
import type { Agent, Author, Contact } from '../message.js';
import type { TextPart } from '../part.js';

/** The instant at which tests begin, in epoch milliseconds. */
export const noon = Date.UTC(2026, 0, 5, 12);

/** A second later, and so within the time in which a resolve can be undone. */
export const soon = noon + 1000;

export const ada: Agent = { id: 'ada', name: 'Ada', avatarUrl: 'https://demo.example/ada.png' };
export const ben: Agent = { id: 'ben', name: 'Ben', avatarUrl: null };

export const visitor = { kind: 'visitor', id: 'v-1', name: null, avatarUrl: null } as const satisfies Author;
const bot = { kind: 'bot', id: 'guide', name: 'Guide', avatarUrl: null } as const satisfies Author;

export const contact: Contact = { name: 'Vera', email: 'vera@mail.example', message: '' };

export const visit: VisitContext = {
  sessionId: 's-1',
  startedAt: noon,
  ip: '203.0.113.7',
  userAgent: 'Firefox',
  channel: 'web',
  page: 'https://shop.example/bags',
  pageTitle: 'Bags',
  referrer: null,
  locale: 'en-GB',
};

/** A message's parts, of one text. */
export const saying = (text: string): TextPart[] => [{ type: 'text', text }];

export const byVisitor = (id: string, command: VisitorCommand, at = noon): IssuedCommand => ({
  id,
  at,
  actor: visitor,
  command,
});

export const byAgent = (
  agent: Agent,
  id: string,
  command: AgentCommand | { type: 'transfer'; agent: Agent },
  at = noon,
): IssuedCommand => ({ id, at, actor: { kind: 'agent', ...agent }, command });

export const byBot = (id: string, answer: Partial<BotCommand>, at = noon): IssuedCommand => ({
  id,
  at,
  actor: bot,
  command: { type: 'answer', ownership: 0, parts: null, handoff: null, ...answer },
});

export const bySystem = (id: string, command: SystemCommand, at = noon): IssuedCommand => ({
  id,
  at,
  actor: { kind: 'system' },
  command,
});

/** A bot's wish for a human after a search that found nothing. */
export const wish = (type: BotHandoff['type'], changes: Partial<BotHandoff> = {}): BotHandoff => ({
  type,
  reason: 'low-confidence',
  summary: null,
  confidence: 0.2,
  searchedKnowledge: true,
  ...changes,
});
