import type { EndReason } from '@batonchat/protocol';
import { visitorLabels } from './english.js';
import { handoffLabels } from './handoff/handoff-labels.js';
import type { Labels } from './labels.js';
import { seldomLabels } from './widget/english-seldom.js';

const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ?? 'An agent'} resolved the conversation. The bot answers again.`,
  'ended-by-visitor': 'The visitor ended the conversation. The bot answers again.',
  'visitor-left': 'The visitor left.',
  cancelled: 'The visitor cancelled the request.',
  inactive: 'Ended because it went quiet.',
  'nobody-available': 'Ended because nobody was available.',
  'wait-expired': 'Nobody answered in time.',
  'left-contact': 'The visitor stopped waiting.',
  'rejected-by-all': 'Every agent passed on it.',
  'desk-failed': 'The desk could not be reached.',
  'turned-off': 'Live chat was turned off.',
});

/** The English texts for an agent: the same events, read from the other side of the counter. */
export const agentLabels: Labels = {
  ...visitorLabels,
  ...handoffLabels,
  ...seldomLabels,
  emptyTitle: 'Nothing said yet',
  emptyText: 'Messages show up here as they are written.',
  loading: 'Loading the conversation',
  historyReplaced: 'This history was restored from a backup. Some messages may be missing.',
  message: 'Reply',
  messagePlaceholder: 'Write a reply',
  offline: 'You are offline. What you write goes out when you are back.',
  unreachable: 'The relay can’t be reached right now. Reconnecting…',
  forbidden: 'You are signed out. Reload the page to sign in.',
  reloadNeeded: 'The console was updated. Reload the page to go on.',
  noticeOffered: 'Bot offered a human',
  noticeDeclined: 'Visitor declined the offer',
  noticeRequested: (by) => (by === 'bot' ? 'Bot asked for a human' : 'Visitor asked for a human'),
  noticeContactLeft: (email) =>
    email ? `Visitor left their details: ${email}` : 'Visitor left their details',
  noticeRequeued: (name) => `${name} put it back in the queue`,
  noticeTransferred: (from, name) => `${from} handed it over to ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} took it up again`,
};
