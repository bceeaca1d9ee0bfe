import type { DeskConversation } from '@batonchat/core';
import { useDesk } from '../desk/desk-context.js';
import { CloseIcon } from '../icons.js';
import { words } from '../words.js';

/** What the relay refused to do here, and why; a lost claim names who has it. Messages say it themselves. */
export function RefusedCommands(props: {
  conversationId: string;
  outbox: DeskConversation['outbox'];
  /** Who took it while this agent was looking at it; null if nobody did. */
  takenBy: string | null;
}) {
  const { conversationId, outbox, takenBy } = props;
  const { client } = useDesk();
  const refused = outbox.filter((item) => item.status === 'failed' && item.command.type !== 'send-message');
  const textOf = (item: (typeof refused)[number]) =>
    item.refusal?.code === 'taken' && item.refusal.owner
      ? words.conversation.taken(item.refusal.owner.name)
      : (item.refusal?.message ?? words.conversation.notDone);
  const taken = takenBy === null ? null : words.conversation.taken(takenBy);
  const texts = new Set(refused.map(textOf));
  if (taken !== null) texts.add(taken);

  return (
    <div className="console-refusals" role="alert">
      {[...texts].map((text) => {
        const items = refused.filter((item) => textOf(item) === text);
        return (
          <p key={text} className="console-banner" data-tone="warning">
            <span>{text}</span>
            {items.length > 0 && (
              <button
                type="button"
                className="console-icon-button"
                aria-label={words.conversation.dismiss}
                onClick={() => {
                  for (const { commandId } of items) client.discard(conversationId, commandId);
                }}
              >
                <CloseIcon />
              </button>
            )}
          </p>
        );
      })}
    </div>
  );
}
