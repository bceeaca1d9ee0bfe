import type { Notice } from '@batonchat/protocol';
import type { Labels } from '../labels.js';
import { nameInSentence } from './plain-name.js';

/** The sentence that stands for an event, in the reader's words. */
export function noticeText(notice: Pick<Notice, 'type' | 'body'>, labels: Labels): string {
  const { type, body } = notice as Notice;
  switch (type) {
    case 'handoff-offered':
      return labels.noticeOffered;
    case 'handoff-declined':
      return labels.noticeDeclined;
    case 'handoff-requested':
      return labels.noticeRequested(body.by);
    case 'contact-left':
      return labels.noticeContactLeft(body.contact.email);
    case 'handoff-claimed':
      return labels.noticeClaimed(nameInSentence(body.agent.name));
    case 'handoff-requeued':
      return labels.noticeRequeued(nameInSentence(body.agent.name));
    case 'handoff-transferred':
      return labels.noticeTransferred(nameInSentence(body.from.name), nameInSentence(body.agent.name));
    case 'handoff-resolved':
      return labels.noticeResolved(body.endReason, body.agent ? nameInSentence(body.agent.name) : null);
    case 'handoff-resumed':
      return labels.noticeResumed(nameInSentence(body.agent.name));
  }
}
