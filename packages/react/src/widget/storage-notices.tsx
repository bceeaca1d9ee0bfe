import type { ChatClient, ChatState } from '@batonchat/core';
import { useChat } from '../client/use-chat.js';
import type { Labels } from '../labels.js';
import { seldomLabels } from './english-seldom.js';

const isHistoryReplacedOf = (state: ChatState) => state.isHistoryReplaced;
const wouldLoseOnReload = ({ outboxStorage, outbox, connection }: ChatState) =>
  outboxStorage === 'memory' && outbox.length > 0 && connection.status === 'reconnecting';

/** What the visitor should know about what is kept: never silence, never mixed histories. */
export function StorageNotices({ client, labels: some }: { client: ChatClient; labels: Labels }) {
  const labels = { ...seldomLabels, ...some };
  const isHistoryReplaced = useChat(client, isHistoryReplacedOf);
  const isAtRisk = useChat(client, wouldLoseOnReload);
  return (
    <>
      {isHistoryReplaced && (
        <div className="baton-connection" role="status">
          <span className="baton-connection-text">{labels.historyReplaced}</span>
          <button type="button" className="baton-text-button" onClick={() => client.dismissHistoryReplaced()}>
            {labels.dismiss}
          </button>
        </div>
      )}
      {isAtRisk && (
        <div className="baton-connection" role="status">
          <span className="baton-connection-text">{labels.notKept}</span>
        </div>
      )}
    </>
  );
}
