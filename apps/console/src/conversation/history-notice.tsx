import { agentLabels } from '@batonchat/react';
import { useDesk } from '../desk/desk-context.js';
import { CloseIcon } from '../icons.js';

/** Says that the relay now holds another history of this conversation than the one that was shown, until dismissed. */
export function HistoryNotice({ conversationId }: { conversationId: string }) {
  const { client } = useDesk();
  return (
    <div className="console-history" role="status">
      <p className="console-banner" data-tone="warning">
        <span>{agentLabels.historyReplaced}</span>
        <button
          type="button"
          className="console-icon-button"
          aria-label={agentLabels.dismiss}
          onClick={() => client.dismissHistoryReplaced(conversationId)}
        >
          <CloseIcon />
        </button>
      </p>
    </div>
  );
}
