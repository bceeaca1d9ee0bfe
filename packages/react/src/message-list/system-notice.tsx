import type { NoticeRow } from '@batonchat/core';
import type { Notice } from '@batonchat/protocol';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { FailedState } from './delivery-state.js';
import { nameInSentence } from './plain-name.js';

/** What a visitor can do with an offer that stands. */
export interface OfferActions {
  onAccept(): void;
  onDecline(): void;
}

/** Props of {@link SystemNotice}. */
export interface SystemNoticeProps {
  row: NoticeRow;
  /** Set while this row is the offer that stands: shows its two buttons. */
  offer?: OfferActions | null;
  labels?: Labels;
  onRetry?: ((commandId: string) => void) | undefined;
  onDiscard?: ((commandId: string) => void) | undefined;
}

/** An event of the handoff in a human sentence. It is never stored as text: it is how the event is shown. */
export function SystemNotice({
  row,
  offer = null,
  labels = visitorLabels,
  onRetry,
  onDiscard,
}: SystemNoticeProps) {
  return (
    <div className="baton-notice" data-type={row.notice.type} data-delivery={row.delivery ?? undefined}>
      <p className="baton-notice-text">{noticeText(row.notice, labels)}</p>
      {offer && (
        <div className="baton-notice-actions">
          <button
            type="button"
            className="baton-button baton-button-primary"
            onClick={() => offer.onAccept()}
          >
            {labels.acceptOffer}
          </button>
          <button type="button" className="baton-button" onClick={() => offer.onDecline()}>
            {labels.declineOffer}
          </button>
        </div>
      )}
      {row.delivery === 'failed' && (
        <FailedState
          row={row}
          text={labels.noticeFailed}
          labels={labels}
          onRetry={onRetry}
          onDiscard={onDiscard}
        />
      )}
    </div>
  );
}

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
