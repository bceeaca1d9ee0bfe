import { words } from '@batonchat/protocol/words/en';
import type { Labels } from './labels.js';
import { formatsOf } from './language/formats.js';

const { count, number, measures } = formatsOf('en');

/** The English texts for a visitor. */
export const visitorLabels: Labels = {
  ...words,
  openChat: 'Open chat',
  closeChat: 'Close chat',
  unread: (amount) => count(amount, { one: '# unread message', other: '# unread messages' }),
  chat: 'Chat',
  visitor: 'Visitor',
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
  newSince: 'New',
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

  noticeFailed: 'That failed.',

  code: (language) => (language ? `Code, ${language}` : 'Code'),
  copy: 'Copy',
  copied: 'Copied',
  table: 'Table',
  done: 'Done',
  notDone: 'To do',

  ...measures,
};
