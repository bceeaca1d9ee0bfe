import { type Handoff, nameInSentence, type QueuePlace } from '@batonchat/protocol';
import { type ReactNode, useId, useState } from 'react';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { type HandoffLabels, handoffLabels } from './handoff-labels.js';
import { useNow } from './use-now.js';

/** Props of {@link HandoffBanner}. */
export interface HandoffBannerProps {
  /** Pending shows the waiting, active shows with whom; any other status shows nothing. */
  handoff: Pick<Handoff, 'status' | 'agent' | 'requestedAt'>;
  /** Where the visitor stands among those who wait, and how long it may take; left out while that is not known. */
  queuePlace?: Pick<QueuePlace, 'position' | 'waitMs'> | null;
  /** A contact form, folded away behind a button while the visitor waits. */
  children?: ReactNode;
  labels?: Labels;
  /** The clock that the waiting time is read from. Epoch milliseconds. */
  now?: () => number;
}

/** Where the handoff stands, between header and log: how long the visitor has waited, or who is with them. */
export function HandoffBanner({
  handoff,
  queuePlace = null,
  children,
  labels: some = visitorLabels,
  now = Date.now,
}: HandoffBannerProps) {
  const labels = { ...handoffLabels, ...some };
  if (handoff.status === 'active' && handoff.agent)
    return (
      <section className="baton-banner" data-status="active">
        <div className="baton-banner-line">{labels.withAgent(nameInSentence(handoff.agent.name))}</div>
      </section>
    );
  if (handoff.status !== 'pending') return null;
  return (
    <WaitingBanner requestedAt={handoff.requestedAt} queuePlace={queuePlace} labels={labels} now={now}>
      {children}
    </WaitingBanner>
  );
}

interface WaitingBannerProps extends Required<Pick<HandoffBannerProps, 'queuePlace'>> {
  requestedAt: number | null;
  children: ReactNode;
  labels: Labels & HandoffLabels;
  now: () => number;
}

function WaitingBanner({ requestedAt, queuePlace, children, labels, now }: WaitingBannerProps) {
  const [isFormOpen, setIsFormOpen] = useState(false);
  const formId = useId();
  const time = useNow(1000, now);
  return (
    <section className="baton-banner" data-status="pending">
      <div className="baton-banner-line">
        <span className="baton-pulse" />
        <span className="baton-banner-text">
          {labels.waitingForHuman}
          {requestedAt !== null && (
            // A clock that is read out every second is no help to anyone.
            <span className="baton-banner-time" role="timer" aria-live="off">
              {labels.waited(Math.max(0, time - requestedAt))}
            </span>
          )}
          {queuePlace && (
            <span className="baton-banner-place">
              {labels.queuePosition(queuePlace.position)}
              {queuePlace.waitMs !== null && `, ${labels.estimatedWait(labels.minutes(queuePlace.waitMs))}`}
            </span>
          )}
        </span>
        {children && (
          <button
            type="button"
            className="baton-text-button"
            aria-expanded={isFormOpen}
            aria-controls={formId}
            onClick={() => setIsFormOpen(!isFormOpen)}
          >
            {isFormOpen ? labels.hideDetails : labels.leaveDetails}
          </button>
        )}
      </div>
      {children && (
        <div id={formId} hidden={!isFormOpen}>
          {children}
        </div>
      )}
    </section>
  );
}
