import { type ChatClient, type ChatState, type ReadonlyStore, type Row, rowsOf } from '@batonchat/core';
import { useStore } from 'zustand';

/**
 * A part of a conversation's state; the component renders again only when that part changes. The selector must give
 * the same value for the same state: pick, don't build.
 *
 * @example
 * const handoff = useChat(client, handoffOf);
 */
export const useChat = <Selected>(client: ChatClient, selector: (state: ChatState) => Selected): Selected =>
  useStore(client.store, selector);

/** As {@link useChat}, with a value for the time before there is a client. */
export const useChatIfAny = <Selected>(
  client: ChatClient | null,
  selector: (state: ChatState) => Selected,
  otherwise: Selected,
): Selected =>
  useStore<ReadonlyStore<ChatState | null>, Selected>(client?.store ?? nothing, (state) =>
    state === null ? otherwise : selector(state),
  );

const nothing: ReadonlyStore<null> = {
  getState: () => null,
  getInitialState: () => null,
  subscribe: () => () => undefined,
};

const visitorRows = (state: ChatState) => rowsOf(state, 'visitor');

/** The rows of the log as a visitor sees it; a row that did not change keeps its identity. */
export const useRows = (client: ChatClient): readonly Row[] => useChat(client, visitorRows);
