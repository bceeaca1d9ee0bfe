import type { NoticeRow } from '@batonchat/core';
import { noticeText } from '@batonchat/protocol';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { FailedState } from './delivery-state.js';

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
