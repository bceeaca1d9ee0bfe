import type { EndReason } from './handoff.js';

/** What a log is told in to a visitor: who speaks, and a line for each step of a handoff. One language is one of these. */
export interface Words {
  /** The log's name. */
  messages: string;
  /** The bot's name where it has none of its own. */
  bot: string;
  you: string;
  botBadge: string;
  agentBadge: string;

  noticeOffered: string;
  noticeDeclined: string;
  noticeRequested(by: 'visitor' | 'bot' | 'agent' | 'system'): string;
  noticeContactLeft(email: string): string;
  noticeClaimed(name: string): string;
  noticeRequeued(name: string): string;
  noticeTransferred(from: string, name: string): string;
  noticeResolved(endReason: EndReason, name: string | null): string;
  noticeResumed(name: string): string;
}
