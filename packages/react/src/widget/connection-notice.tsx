import type { ConnectionState } from '@batonchat/core';
import { connectionText } from '../client/connection-text.js';
import { useShownConnection } from '../client/use-shown-connection.js';
import { visitorLabels } from '../english.js';
import { useNow } from '../handoff/use-now.js';
import type { Labels } from '../labels.js';

/** Props of {@link ConnectionNotice}. */
export interface ConnectionNoticeProps {
  connection: ConnectionState;
  /** Tries now rather than at `connection.retryAt`. */
  onReconnect: () => void;
  /** Reloads the page, where only that helps. */
  onReload?: () => void;
  labels?: Labels;
  /** The clock that `retryAt` is held against. Epoch milliseconds. */
  now?: () => number;
}

/** An attempt that is due sooner than this needs no button. Milliseconds. */
const soonMs = 1000;

/** Says that the connection is down, and what to do. A hiccup that mends itself within a second is not shown. */
export function ConnectionNotice({
  connection,
  onReconnect,
  onReload = () => location.reload(),
  labels = visitorLabels,
  now = Date.now,
}: ConnectionNoticeProps) {
  const { status, reason, retryAt } = useShownConnection(connection);
  const isDown = status === 'reconnecting' || (status === 'closed' && reason !== 'destroyed');
  const time = useNow(isDown && retryAt !== null ? 500 : null, now);
  if (!isDown) return null;
  const isFinal = status === 'closed';
  const canTryNow = !isFinal && retryAt !== null && retryAt - time > soonMs;
  return (
    <div className="baton-connection" role="status" data-final={isFinal}>
      {!isFinal && <span className="baton-spinner" />}
      <span className="baton-connection-text">{connectionText(reason, labels)}</span>
      {canTryNow && (
        <button type="button" className="baton-text-button" onClick={() => onReconnect()}>
          {labels.tryNow}
        </button>
      )}
      {isFinal && reason !== 'forbidden' && (
        <button type="button" className="baton-text-button" onClick={() => onReload()}>
          {labels.reload}
        </button>
      )}
    </div>
  );
}
