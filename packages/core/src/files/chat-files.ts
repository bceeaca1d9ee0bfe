import type { VisitorCommand } from '@batonchat/protocol';
import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../clock.js';
import type { Follower } from '../conversation/follower.js';
import type { ChatState } from '../state.js';
import type { Transport } from '../transport.js';
import type { Files } from './files.js';
import { openedOnce, openFiles } from './open-files.js';

/** The files of a visitor's client: those that are sent, and the addresses of those that are shown. */
export interface ChatFiles extends Files {
  /**
   * An address that opens the file for five minutes at least. What is asked for together is asked of the relay together.
   * Rejects where the file is not there, or the relay cannot be asked.
   */
  urlOf(fileId: string): Promise<string>;
}

async function openChatFiles(
  transport: Transport,
  clock: Clock,
  store: StoreApi<ChatState>,
  follower: Pick<Follower<VisitorCommand>, 'issue' | 'act'>,
  current: () => object,
): Promise<ChatFiles> {
  // What another visitor sends after a sign-out is not taken up with the token of the one before.
  const { begin, urlOf } = await openFiles(transport, clock, store, () => current() !== follower);
  const files = begin({
    scene() {
      const { conversation, connection, outbox, tabs } = store.getState();
      return {
        ...{ conversationId: conversation?.id ?? null, isConnected: connection.status === 'connected' },
        ...{ outbox, isLead: tabs !== 'follower' },
      };
    },
    subscribe: store.subscribe,
    issue: (parts, files) => follower.issue({ type: 'send-message', parts }, files),
    act: follower.act,
  });
  return { ...files, urlOf };
}

/** The files of a visitor's client, the same ones for the same follower: another visitor has others. */
export const chatFilesOf: typeof openChatFiles = openedOnce(
  (_transport, _clock, _store, follower) => follower,
  openChatFiles,
);
