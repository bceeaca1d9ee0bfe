import type { Author } from '@batonchat/protocol';
import { useDeskState } from '../desk/desk-context.js';
import { words } from '../words.js';

const nobody: readonly Author[] = [];

/** Who is typing, in words. The line keeps its place while nobody is, so that nothing jumps. */
export function TypingLine({ conversationId, visitor }: { conversationId: string; visitor: string }) {
  const authors = useDeskState(({ conversations }) => conversations[conversationId]?.typing ?? nobody);
  const nameOf = (author: Author) => (author.kind === 'visitor' ? visitor : (author.name ?? words.someone));
  return (
    <p className="console-typing">
      {authors.length > 0 && (
        <>
          <span className="console-typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span dir="auto">{words.conversation.typing(authors.map(nameOf))}</span>
        </>
      )}
    </p>
  );
}
