import type { EndReason } from '@batonchat/protocol';
import type { Labels } from './labels.js';
import { formatsOf } from './language/formats.js';

const { count, number, times } = formatsOf('en');

const back = 'You are back with the assistant.';
const endedForVisitor = (name: string | null): Record<EndReason, string> => ({
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

/** The English texts for a visitor. */
export const visitorLabels: Labels = {
  openChat: 'Open chat',
  closeChat: 'Close chat',
  unread: (amount) => count(amount, { one: '# unread message', other: '# unread messages' }),
  chat: 'Chat',
  messages: 'Conversation',
  bot: 'Assistant',
  visitor: 'Visitor',
  you: 'You',
  botBadge: 'Bot',
  agentBadge: 'Human',
  botStatus: 'Answers right away',
  agentStatus: 'Here with you',
  waitingTitle: 'One moment',
  waitingStatus: 'Finding someone',
  emptyTitle: 'Hi, how can we help?',
  emptyText: 'Ask anything. You can ask for a human at any time.',
  loading: 'Loading your conversation',
  loadingOlder: 'Loading earlier messages',
  newMessages: (amount) => count(amount, { one: '# new message', other: '# new messages' }),
  jumpToLatest: 'Jump to latest',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} and ${number(others.length)} more are typing` : `${first} is typing`,
  unknownPart: 'This part can’t be shown here.',

  message: 'Message',
  messagePlaceholder: 'Write a message',
  send: 'Send',
  tooLong: (overBy) =>
    `Too long by ${count(overBy, { one: '# character', other: '# characters' })}. Please shorten it.`,
  charactersLeft: (amount) => `${number(amount)} left`,
  outboxFull: 'Too many messages are waiting. Please try again in a moment.',

  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  seen: 'Seen',
  failed: 'Not sent',
  retry: 'Retry',
  discard: 'Discard',

  talkToHuman: 'Talk to a human',
  acceptOffer: 'Yes, connect me',
  declineOffer: 'Not now',
  cancelRequest: 'Cancel request',
  menu: 'Menu',
  endConversation: 'End conversation',

  connecting: 'Connecting…',
  notConnected: 'Not connected',
  reconnecting: 'Reconnecting…',
  offline: 'You are offline. What you write goes out when you are back.',
  unreachable: 'We can’t be reached right now. Reconnecting…',
  forbidden: 'Chat is not available here.',
  reloadNeeded: 'Chat was updated. Reload the page to go on.',
  offence: 'The chat was closed: something went wrong on this page.',
  tryNow: 'Try now',
  reload: 'Reload',

  noticeOffered: 'A human can take over from here',
  noticeDeclined: 'No problem. You can ask for a human at any time.',
  noticeRequested: () => 'Connecting you with a human...',
  noticeContactLeft: (email) =>
    email ? `Thanks. We can reach you at ${email}.` : 'Thanks, we have your details.',
  noticeClaimed: (name) => `${name} joined`,
  noticeRequeued: (name) => `${name} had to leave. We are finding someone else for you.`,
  noticeTransferred: (from, name) => `${from} handed you over to ${name}`,
  noticeResolved: (reason, name) => endedForVisitor(name)[reason],
  noticeResumed: (name) => `${name} is back`,
  noticeFailed: 'That failed.',

  code: (language) => (language ? `Code, ${language}` : 'Code'),
  table: 'Table',
  done: 'Done',
  notDone: 'To do',

  ...times,
};
