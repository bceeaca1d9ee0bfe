/* Every word that the console shows, in one place. */
import { type EndReason, type HandoffReason, plainName } from '@batonchat/protocol';
import type { QueueTab } from './queue/queue-of.js';
import type { SessionRefusal } from './sign-in/session.js';

const reasons: Record<HandoffReason, string> = {
  asked: 'Asked for a human',
  button: 'Pressed the button',
  keyword: 'Asked in words',
  'low-confidence': 'Bot had no answer',
  'repeated-question': 'Same question again',
  topic: 'Sensitive topic',
  frustration: 'Frustrated',
  lead: 'Lead',
  rule: 'Site rule',
  'bot-tool': 'Passed on by the bot',
  'host-page': 'Asked on the page',
  'agent-takeover': 'Taken over',
  'follow-up': 'Follow-up',
};

const endReasons: Record<EndReason, string> = {
  'resolved-by-agent': 'Resolved',
  'ended-by-visitor': 'Ended by the visitor',
  'visitor-left': 'The visitor left',
  cancelled: 'Cancelled by the visitor',
  inactive: 'Nobody wrote for too long',
  'nobody-available': 'Nobody was available',
  'wait-expired': 'Nobody claimed it in time',
  'left-contact': 'Left contact details',
  'rejected-by-all': 'Every agent passed on it',
  'desk-failed': 'The desk failed',
  'turned-off': 'Handoffs were turned off',
};

/** Enough of an id to tell two nameless visitors apart. */
const shortId = (id: string) =>
  id
    .replace(/[^a-z0-9]/gi, '')
    .slice(-4)
    .toUpperCase();

const tabs: Record<QueueTab, string> = { pending: 'Pending', active: 'Active', resolved: 'Resolved' };

const emptyTabs: Record<QueueTab, { title: string; text: string }> = {
  pending: { title: 'Nobody is waiting', text: 'When a visitor asks for a human, they appear here.' },
  active: { title: 'No open conversations', text: 'Claim a pending one and it moves here.' },
  resolved: { title: 'Nothing resolved yet', text: 'Conversations that are over are kept here.' },
};

const replies = (count: number) => (count === 1 ? '1 reply' : `${count} replies`);

function refusal(why: SessionRefusal): string {
  switch (why.kind) {
    case 'signed-out':
    case 'wrong-credentials':
      return 'That email and password do not match. Check both and try again.';
    case 'too-many-attempts':
      return why.retryAfterSeconds === null
        ? 'Too many attempts. Wait a minute, then try again.'
        : `Too many attempts. Try again in ${why.retryAfterSeconds} seconds.`;
    case 'unreachable':
      return 'The relay cannot be reached. Check your connection and that the relay runs, then try again.';
    case 'failed':
      return why.status === 403
        ? 'The relay does not trust this address. Open the console at the address that BATON_PUBLIC_URL names.'
        : `The relay could not sign you in (error ${why.status}). Its log says why.`;
  }
}

/** The English texts. Functions take what is different each time; the rest is said as it stands. */
export const words = {
  product: 'Baton',
  title: 'Baton',
  crashed: {
    title: 'This page stumbled',
    text: 'Nothing that was sent is lost. Reload to go on where you were.',
    reload: 'Reload',
  },
  signIn: {
    title: 'Sign in to Baton',
    lead: 'Answer the visitors who ask for a human.',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    emailMissing: 'Enter your email address.',
    emailInvalid: 'That is no email address: it needs an @ and a domain.',
    passwordMissing: 'Enter your password.',
    notSignedOut: 'The relay could not be told that you signed out. Try again when it can be reached.',
    expired: 'Your session is over. Sign in again to go on.',
    refusal,
  },
  account: {
    menu: (name: string) => `Account of ${name}`,
    sound: 'Sound',
    notifications: 'Desktop notifications',
    notificationsBlocked: 'Notifications are blocked in this browser',
    signOut: 'Sign out',
    signOutUnsent: (count: number) => `Sign out and discard ${replies(count)} not sent`,
  },
  unsent: {
    failed: (count: number) => `${replies(count)} not sent. Open it to see why.`,
    waiting: (count: number) => `${replies(count)} will go out when the relay can be reached.`,
    gone: 'This conversation is gone, so what you wrote there can’t be sent.',
    discard: 'Discard',
  },
  alert: {
    title: 'A visitor is waiting',
    text: 'Somebody asked for a human.',
  },
  queue: {
    label: 'Queue',
    tabs,
    empty: emptyTabs,
    loading: 'Loading the queue…',
    count: (count: number) => (count > 999 ? '999+' : String(count)),
    unread: 'Unread',
    waiting: (elapsed: string) => `Waiting ${elapsed}`,
    mine: 'You',
    meAsAgent: 'you',
    bot: 'Bot: ',
    agent: 'Agent: ',
    noMessage: 'Nothing said yet',
  },
  visitor: (name: string | null, conversationId: string) =>
    (name && plainName(name)) || `Visitor ${shortId(conversationId)}`,
  /** Spoken with the mark beside a name. */
  verified: 'Verified',
  someone: 'Somebody',
  reason: (reason: HandoffReason | null) => (reason === null ? 'Asked for a human' : reasons[reason]),
  /** `by` is the agent who resolved it, where an agent did. */
  endReason: (reason: EndReason | null, by: string | null) =>
    (reason === null || reason === 'resolved-by-agent') && by
      ? `Resolved by ${by}`
      : endReasons[reason ?? 'resolved-by-agent'],
  conversation: {
    none: { title: 'No conversation open', text: 'Choose one from the queue to read it and answer.' },
    loading: 'Loading the conversation…',
    missing: {
      title: 'This conversation is not here',
      text: 'It may have been erased, or the address is mistyped.',
    },
    back: 'Back to the queue',
    claim: 'Claim',
    reject: 'Pass on',
    resolve: 'Resolve',
    more: 'More actions',
    release: 'Return to queue',
    details: 'Details',
    typing: (names: readonly string[]) =>
      names.length === 1 ? `${names[0]} is typing…` : `${names.join(' and ')} are typing…`,
    reply: 'Reply',
    placeholder: 'Write a reply…',
    status: {
      none: 'With the bot',
      offered: 'Offered a human',
      collecting: 'Filling in the form',
      pending: 'Waiting for an agent',
      mine: 'With you',
      active: (name: string) => `With ${name}`,
    },
    locked: {
      pending: 'Claim the conversation to reply.',
      bot: 'The bot answers here. Claim the conversation to reply.',
      other: (name: string) => `${name} has this conversation. You can read along.`,
    },
    taken: (name: string) => `${name} has taken it.`,
    notDone: 'The relay did not accept that.',
    dismiss: 'Dismiss',
    resolved: (visitor: string) => `Resolved. ${visitor} is back with the bot.`,
    rejected: (visitor: string) => `You passed on ${visitor}. They stay in the queue for the others.`,
    released: (visitor: string) => `${visitor} is back in the queue.`,
    undo: 'Undo',
  },
  details: {
    label: 'Details',
    reason: 'Reason',
    summary: 'Summary',
    follows: 'Follows a request that nobody took in time.',
    identity: 'Signed in on your site',
    subject: 'Their id there',
    contact: 'Contact details left',
    name: 'Name',
    email: 'Email address',
    message: 'Message',
    visit: 'This visit',
    channel: 'Channel',
    channels: { web: 'Website' } as Readonly<Record<string, string>>,
    page: 'Page',
    session: 'Time on site',
    referrer: 'Came from',
    locale: 'Language',
    browser: 'Browser',
    ip: 'IP address',
    unknown: 'Not recorded',
  },
} as const;
