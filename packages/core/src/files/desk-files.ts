import type { AgentCommand } from '@batonchat/protocol';
import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../clock.js';
import type { Follower } from '../conversation/follower.js';
import type { DeskClientState } from '../state.js';
import type { Transport } from '../transport.js';
import type { Addresses } from './addresses.js';
import type { Files } from './files.js';
import { openedOnce, openFiles } from './open-files.js';

/** The files of an agent's client. */
export interface DeskFiles {
  urlOf: Addresses['urlOf'];
  /** The files that the agent sends in a conversation; the same ones for as long as the client lives. */
  of(conversationId: string): Files;
}

async function openDeskFiles(
  transport: Transport,
  clock: Clock,
  store: StoreApi<DeskClientState>,
  followerOf: (conversationId: string) => Pick<Follower<AgentCommand>, 'issue' | 'act'> | undefined,
): Promise<DeskFiles> {
  const { begin, urlOf } = await openFiles(transport, clock, store);
  const held = new Map<string, Files>();
  return {
    urlOf,
    of(conversationId) {
      const files =
        held.get(conversationId) ??
        begin({
          scene() {
            const { conversations, connection } = store.getState();
            const outbox = conversations[conversationId]?.outbox ?? [];
            return { conversationId, isConnected: connection.status === 'connected', outbox, isLead: true };
          },
          subscribe: store.subscribe,
          issue: (parts, pending) =>
            followerOf(conversationId)?.issue({ type: 'send-message', parts }, pending) ?? null,
          act: (act) => followerOf(conversationId)?.act(act),
        });
      held.set(conversationId, files);
      return files;
    },
  };
}

/** The files of an agent's client, the same ones for the same store. */
export const deskFilesOf: typeof openDeskFiles = openedOnce(
  (_transport, _clock, store) => store,
  openDeskFiles,
);
