import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'You are back with the assistant.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ?? 'The agent'} ended the conversation. ${back}`,
  'ended-by-visitor': `You ended the conversation. ${back}`,
  'visitor-left': `The conversation ended because you were away. ${back}`,
  cancelled: 'You cancelled the request. The assistant is here if you need it.',
  inactive: `The conversation ended because it went quiet. ${back}`,
  'nobody-available': `Sorry, nobody is available right now. ${back}`,
  'wait-expired': `Sorry, nobody could answer in time. ${back}`,
  'left-contact': `You stopped waiting. ${back}`,
  'rejected-by-all': `Sorry, nobody could take this now. ${back}`,
  'desk-failed': `Sorry, we could not reach our team. ${back}`,
  'turned-off': `Live chat was turned off. ${back}`,
});

/** The words of a transcript in English. */
export const words: Words = {
  messages: 'Conversation',
  bot: 'Assistant',
  you: 'You',
  botBadge: 'Bot',
  agentBadge: 'Human',
  noticeOffered: 'A human can take over from here',
  noticeDeclined: 'No problem. You can ask for a human at any time.',
  noticeRequested: () => 'Connecting you with a human...',
  noticeContactLeft: (email) =>
    email ? `Thanks. We can reach you at ${email}.` : 'Thanks, we have your details.',
  noticeClaimed: (name) => `${name} joined`,
  noticeRequeued: (name) => `${name} had to leave. We are finding someone else for you.`,
  noticeTransferred: (from, name) => `${from} handed you over to ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} is back`,
};
