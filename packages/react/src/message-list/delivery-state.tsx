import type { MessageRow, Row } from '@batonchat/core';
import { type ReactNode, useEffect, useState } from 'react';
import { CheckIcon, ClockIcon, DoubleCheckIcon } from '../avatar/icons.js';
import { afterPaint } from '../client/after-paint.js';
import { connectionText } from '../client/connection-text.js';
import type { Labels } from '../labels.js';
import { onDemand, useOnDemand } from '../widget/on-demand.js';

interface FailedActions {
  onRetry: ((commandId: string) => void) | undefined;
  onDiscard: ((commandId: string) => void) | undefined;
}

interface DeliveryStateProps extends FailedActions {
  row: MessageRow;
  showsDelivery: boolean;
  labels: Labels;
}

/** When a message was said and how far it got; a failed one says why and can be sent again or taken back. */
export function DeliveryState({ row, showsDelivery, labels, onRetry, onDiscard }: DeliveryStateProps) {
  const { delivery, at } = row;
  if (delivery === 'failed')
    return (
      <FailedState row={row} text={labels.failed} labels={labels} onRetry={onRetry} onDiscard={onDiscard} />
    );
  const isShown = delivery === 'sending' || (delivery !== null && showsDelivery);
  const Icon = delivery && icons[delivery];
  return (
    <div className="baton-message-meta">
      <Time at={at} labels={labels} />
      {isShown && Icon && (
        <span className="baton-delivery" data-delivery={delivery}>
          <Icon /> {labels[delivery]}
        </span>
      )}
    </div>
  );
}

/** A time was shown on this page before. The first takes a browser as long as a screenful of messages: it reads its tables of languages. */
let isTimeKnown = false;

function Time({ at, labels }: { at: number; labels: Labels }) {
  const [isShown, setShown] = useState(isTimeKnown);
  useEffect(() => {
    if (isShown) return;
    return afterPaint(() => {
      isTimeKnown = true;
      setShown(true);
    });
  }, [isShown]);
  return (
    <time dir="auto" dateTime={new Date(at).toISOString()}>
      {isShown && labels.time(at)}
    </time>
  );
}

const icons: Record<Exclude<NonNullable<MessageRow['delivery']>, 'failed'>, () => ReactNode> = {
  sending: ClockIcon,
  sent: CheckIcon,
  delivered: DoubleCheckIcon,
  seen: DoubleCheckIcon,
};

const refusalWords = onDemand(() => import('../parts/part-view.js').then((module) => module.RefusalWords));

/** What did not go through and why, and the ways on: Retry is one only where it can help. */
export function FailedState({
  row: { commandId, refusal, closedBy },
  text,
  labels,
  onRetry,
  onDiscard,
}: FailedActions & {
  row: Pick<Row, 'commandId' | 'refusal' | 'closedBy'>;
  /** Said where no other reason is known. */
  text: string;
  labels: Labels;
}) {
  const Words = useOnDemand(refusalWords, refusal !== null);
  const isVain = closedBy === 'reload-needed' || closedBy === 'forbidden';
  return (
    <div className="baton-failed">
      <span>
        {closedBy ? (
          `${labels.failed}. ${connectionText(closedBy, labels)}`
        ) : Words && refusal ? (
          <Words refusal={refusal} labels={labels} />
        ) : (
          text
        )}
      </span>
      {commandId !== null && onRetry && !isVain && (
        <button type="button" className="baton-text-button" onClick={() => onRetry(commandId)}>
          {labels.retry}
        </button>
      )}
      {commandId !== null && onDiscard && (
        <button type="button" className="baton-text-button" onClick={() => onDiscard(commandId)}>
          {labels.discard}
        </button>
      )}
    </div>
  );
}
