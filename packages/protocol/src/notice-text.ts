import type { Notice } from './fold.js';
import { nameInSentence } from './names.js';
import type { Words } from './words.js';

/** The sentence that stands for an event, in the reader's words. */
export function noticeText(notice: Pick<Notice, 'type' | 'body'>, words: Words): string {
  const { type, body } = notice as Notice;
  switch (type) {
    case 'handoff-offered':
      return words.noticeOffered;
    case 'handoff-declined':
      return words.noticeDeclined;
    case 'handoff-requested':
      return words.noticeRequested(body.by);
    case 'contact-left':
      return words.noticeContactLeft(body.contact.email);
    case 'handoff-claimed':
      return words.noticeClaimed(nameInSentence(body.agent.name));
    case 'handoff-requeued':
      return words.noticeRequeued(nameInSentence(body.agent.name));
    case 'handoff-transferred':
      return words.noticeTransferred(nameInSentence(body.from.name), nameInSentence(body.agent.name));
    case 'handoff-resolved':
      return words.noticeResolved(body.endReason, body.agent ? nameInSentence(body.agent.name) : null);
    case 'handoff-resumed':
      return words.noticeResumed(nameInSentence(body.agent.name));
  }
}
