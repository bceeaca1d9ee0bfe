/** What the books read of whoever shows conversations: a client in this process, or a page in a browser. */
export interface View {
  kind: 'visitor' | 'agent';
  /** Two views of one person have the same: what is said in one, the other gets as well. */
  id: string;
  /** Which one of several. What one of them says keeps its order; what two say at once has none. */
  tab?: string;
  /** Only its rows are known: it stands where the last of them does. */
  isScreen?: true;
  isConnected(): boolean;
  /** The conversations that are open here. */
  conversationIds(): string[];
  shown(conversationId: string): ShownLog | null;
  /** Line by line, as a reader sees it. */
  rows(conversationId: string): readonly ShownRow[];
  /** Called whenever anything changed. Returns its undo. */
  onChange(listener: () => void): () => void;
  loadOlder(conversationId: string): Promise<void>;
}

/** What a view has of one conversation. */
export interface ShownLog {
  /** Null until it is loaded. Entries are in the order of their seq. */
  conversation: {
    position: { epoch: string; seq: number };
    entries: readonly { id: string; seq: number }[];
    hasOlder: boolean;
  } | null;
  /** What is said and not acknowledged. */
  outbox: readonly { commandId: string; status: 'sending' | 'failed' }[];
}

/** One line of a view. */
export type ShownRow = {
  /** No two lines of a view may have the same. */
  key: string;
  /** Null while it is not in the log. */
  seq: number | null;
} & ({ kind: 'message'; messageId: string } | { kind: 'notice' });
