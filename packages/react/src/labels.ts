import type { Words } from '@batonchat/protocol';
import type { AttachLabels } from './composer/attach-labels.js';
import type { EmojiLabels } from './emoji/emoji-labels.js';
import type { HandoffLabels } from './handoff/handoff-labels.js';
import type { PartLabels } from './parts/part-labels.js';
import type { SeldomLabels } from './widget/seldom-labels.js';

/**
 * Every text that the components show or speak. Replace any of them; the rest stays English. What is
 * loaded when it is first needed brings its own, which may be left out here.
 */
export interface Labels
  extends Words,
    Partial<PartLabels & HandoffLabels & AttachLabels & EmojiLabels & SeldomLabels> {
  openChat: string;
  closeChat: string;
  /** The launcher's badge, spoken. */
  unread(count: number): string;
  /** The panel's name. */
  chat: string;
  visitor: string;
  botStatus: string;
  agentStatus: string;
  waitingTitle: string;
  waitingStatus: string;
  emptyTitle: string;
  emptyText: string;
  loading: string;
  loadingOlder: string;
  newMessages(count: number): string;
  jumpToLatest: string;
  /** Above the first message that came while the reader was away. */
  newSince: string;
  isTyping(names: readonly string[]): string;
  unknownPart: string;

  message: string;
  messagePlaceholder: string;
  send: string;
  tooLong(overBy: number): string;
  charactersLeft(count: number): string;
  outboxFull: string;

  sending: string;
  sent: string;
  delivered: string;
  seen: string;
  failed: string;
  retry: string;
  discard: string;

  talkToHuman: string;
  acceptOffer: string;
  declineOffer: string;
  /** The time waited so far, from milliseconds. */
  waited(ms: number): string;
  cancelRequest: string;
  /** The button's name, and what it opens. */
  menu: string;
  endConversation: string;

  connecting: string;
  notConnected: string;
  reconnecting: string;
  offline: string;
  unreachable: string;
  forbidden: string;
  reloadNeeded: string;
  offence: string;
  tryNow: string;
  reload: string;

  noticeFailed: string;

  code(language: string | null): string;
  copy: string;
  copied: string;
  table: string;
  done: string;
  notDone: string;

  /** A time of day, from epoch milliseconds. */
  time(at: number): string;
  /** A day as a separator shows it, from epoch milliseconds; `now` tells today and yesterday. */
  day(at: number, now: number): string;
  /** A time in whole minutes, at least one, from milliseconds. */
  minutes(ms: number): string;
  /** The size of a file, from bytes. */
  fileSize(bytes: number): string;
}

/** Every text, with none left out. */
export type CompleteLabels = Required<Labels>;
