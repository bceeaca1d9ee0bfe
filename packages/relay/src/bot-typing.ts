import { type BotTurnKind, typingRepeatMs } from '@batonchat/protocol';
import type { Hub } from './hub.js';

/**
 * Shows the bot as typing from the commit of a visitor's message that it will answer until that turn has ended
 * or somebody else owns the conversation: also while the turn waits for the undo window or for another try.
 */
export interface BotTyping {
  /** A turn begins, or will, that answers what was said up to `through`. */
  begin(conversationId: string, turn: { ownership: number; through: number }): void;
  /** The turn up to `through` is over; the typing goes on when more was said meanwhile. */
  end(conversationId: string, through: number): void;
  /** Forgets everything without another word. */
  close(): void;
}

interface Typing {
  ownership: number;
  through: number;
  repeat: NodeJS.Timeout;
}

/** `signal` tells everybody in the conversation; `repeatMs` is shorter than what a typing counts for. */
export function createBotTyping({
  hub,
  signal,
  repeatMs = typingRepeatMs,
}: {
  hub: Hub;
  signal(conversationId: string, isTyping: boolean): void;
  repeatMs?: number;
}): BotTyping {
  const present = new Map<string, Typing>();

  function begin(conversationId: string, { ownership, through }: { ownership: number; through: number }) {
    const typing = present.get(conversationId);
    if (typing) {
      typing.through = Math.max(typing.through, through);
      // Said again: what the bot said meanwhile has ended its typing in every reader's eyes.
      signal(conversationId, true);
      return;
    }
    const repeat = setInterval(() => signal(conversationId, true), repeatMs);
    repeat.unref();
    present.set(conversationId, { ownership, through, repeat });
    signal(conversationId, true);
  }

  function over(conversationId: string, { repeat }: Typing) {
    clearInterval(repeat);
    present.delete(conversationId);
    signal(conversationId, false);
  }

  const unfollow = hub.onCommit(({ record, outbox }) => {
    const { ownership } = record.state;
    const typing = present.get(record.id);
    if (typing && typing.ownership !== ownership) over(record.id, typing);
    const asked = outbox.findLast((row) => row.kind === 'bot-turn' && isAsked(row.body.turn));
    if (asked?.kind === 'bot-turn' && asked.body.ownership === ownership)
      begin(record.id, { ownership, through: asked.seq });
  });

  return {
    begin,
    end(conversationId, through) {
      const typing = present.get(conversationId);
      if (typing && typing.through <= through) over(conversationId, typing);
    },
    close() {
      unfollow();
      for (const { repeat } of present.values()) clearInterval(repeat);
      present.clear();
    },
  };
}

const isAsked = (turn: BotTurnKind) => turn === 'message' || turn === 'answer';
