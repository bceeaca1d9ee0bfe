import { createStore } from 'zustand/vanilla';
import type { AnyCommand } from '../any-command.js';
import type { Clock } from '../clock.js';
import type { Act } from '../conversation/input.js';
import type { TextRefusal } from '../conversation/text-check.js';
import { checkText } from '../conversation/text-check.js';
import { type ReadonlyStore, readonlyOf } from '../readonly-store.js';
import type { OutboxItem, OutboxRefusal } from '../state.js';
import type { Addresses } from './addresses.js';
import { type Attachment, isNamedPart, type NamedPart, partOf } from './attachment.js';
import type { FileTerms, FileTransport } from './file-transport.js';
import type { PendingFile } from './pending-file.js';
import { createTray } from './tray.js';
import { createUploads, type Upload } from './uploads.js';

/** What will go with the next message of a conversation, as one immutable value. */
export interface FilesState {
  /** Null while it is not known what can be sent, and where no files are taken. */
  terms: FileTerms | null;
  attachments: readonly Attachment[];
  /** More were added than one message may have: they were left out. */
  isTooMany: boolean;
}

/** The files that somebody sends in one conversation. */
export interface Files {
  store: ReadonlyStore<FilesState>;
  /** Begins to upload files that will go with the next message. */
  add(files: readonly File[]): void;
  /** Takes a file out of the next message, and ends its upload. */
  remove(id: string): void;
  /** Uploads a file again that did not arrive. */
  retry(id: string): void;
  /**
   * Sends a message of the text, which may be empty, and the files that are not refused and did not fail. It stands in the
   * outbox at once, with the files that are not at the relay yet, and goes when they are.
   */
  send(text: string): { commandId: string } | { refusal: TextRefusal | 'outbox-full' };
  /** The files of a message that was given up go into the next one. */
  takeBack(item: OutboxItem<AnyCommand>): void;
  /** Ends all uploads. What stands in the outbox is uploaded by the next page. */
  destroy(): void;
}

/** What of a conversation the files depend on. */
export interface FilesScene<Command> {
  conversationId: string | null;
  isConnected: boolean;
  outbox: readonly OutboxItem<Command>[];
  /** No other tab sends in place of this one. */
  isLead: boolean;
}

/** What the client that the files belong to lends them. */
export interface FilesOptions<Command> {
  transport: FileTransport;
  addresses: Addresses;
  clock: Clock;
  scene(): FilesScene<Command>;
  /** Calls when the scene may have changed. Returns the way to stop. */
  subscribe(changed: () => void): () => void;
  issue(
    parts: ({ type: 'text'; text: string } | NamedPart)[],
    files: PendingFile[] | undefined,
  ): { commandId: string } | null;
  act(act: Act<Command>): void;
}

/** What another tab uploads is left to it for so long. Milliseconds. */
const leftToOthersMs = 60_000;
const askAgainMs = 10_000;

/** Files of a conversation; what an earlier page left in the outbox is uploaded from now on. */
export function createFiles<Command extends AnyCommand>(options: FilesOptions<Command>): Files {
  const { transport, addresses, clock, scene } = options;
  const beganAt = clock.now();
  const issuedHere = new Set<string>();
  const known = new Set<string>();
  const looking = new Set<string>();
  let asking = false;
  let isDestroyed = false;

  const uploads = createUploads({
    transport,
    clock,
    conversationId: () => (scene().isConnected && !isDestroyed ? scene().conversationId : null),
    onChange: moved,
  });
  const tray = createTray(uploads, addresses, publish);
  const store = createStore<FilesState>(() => ({ terms: null, attachments: [], isTooMany: false }));

  function publish() {
    store.setState({ attachments: tray.list() });
  }

  async function askTerms() {
    if (asking || !scene().isConnected) return;
    asking = true;
    try {
      store.setState({ terms: await transport.terms() });
    } catch {
      clock.after(askAgainMs, () => {
        asking = false;
        if (!isDestroyed) void askTerms();
      });
    }
  }

  function moved(upload: Upload) {
    known.add(upload.id);
    if (tray.has(upload.id)) publish();
    if (upload.status === 'uploading') return;
    for (const item of scene().outbox)
      if (item.status === 'sending' && item.files?.some(({ id }) => id === upload.id)) settle(item, upload);
  }

  function settle(item: OutboxItem<Command>, { status, error }: Pick<Upload, 'status' | 'error'>) {
    const { commandId, command, files = [] } = item;
    const refuse = (refusal: OutboxRefusal) => options.act({ type: 'refused', commandId, refusal });
    if (error) {
      const { reason, message } = error;
      return refuse({ code: 'invalid', message, file: { reason, terms: store.getState().terms } });
    }
    if (status === 'failed') return refuse({ code: 'unavailable', message: '' });
    if (command.type !== 'send-message' || !files.every(({ id }) => uploads.get(id)?.uploaded)) return;
    const parts = command.parts.map((part) => {
      const uploaded = isNamedPart(part) ? uploads.get(part.fileId)?.uploaded : null;
      return uploaded ? partOf(uploaded) : part;
    });
    // It takes its own place again, complete: by the same id in the same place of the order.
    options.act({ type: 'discarded', commandId });
    options.act({
      type: 'queued',
      item: { ...item, command: { ...command, parts }, files: undefined },
    });
  }

  /** Uploads what the outbox waits for, and no longer what nobody waits for. */
  function look() {
    if (isDestroyed) return;
    const { outbox } = scene();
    const wanted = new Set<string>();
    for (const item of outbox) {
      for (const { id } of item.files ?? []) wanted.add(id);
      if (item.status !== 'sending' || !item.files || !isMine(item)) continue;
      for (const { id, file } of item.files) addresses.show(id, file);
      for (const file of item.files) uploads.add(file);
      settle(item, { status: 'waiting', error: null });
    }
    for (const id of known)
      if (!wanted.has(id) && !tray.has(id)) {
        known.delete(id);
        uploads.remove(id);
      }
    uploads.wake();
    void askTerms();
  }

  function isMine({ commandId, createdAt }: OutboxItem<Command>): boolean {
    if (issuedHere.has(commandId) || createdAt < beganAt) return issuedHere.has(commandId) || scene().isLead;
    const leftMs = createdAt + leftToOthersMs - clock.now();
    if (leftMs > 0 && !looking.has(commandId)) {
      looking.add(commandId);
      clock.after(leftMs, look);
    }
    return leftMs <= 0 && scene().isLead;
  }

  const stop = options.subscribe(look);
  look();

  return {
    store: readonlyOf(store),
    add(files) {
      const isTooMany = tray.add(
        files.map((file) => ({ file, name: file.name })),
        store.getState().terms,
      );
      store.setState({ isTooMany });
    },
    remove(id) {
      tray.remove(id);
      store.setState({ isTooMany: false });
      look();
    },
    retry: tray.retry,
    send(text) {
      const { ids, parts, files } = tray.sendable();
      const refusal = checkText(text);
      if (refusal && (refusal === 'too-long' || parts.length === 0)) return { refusal };
      const said = refusal ? parts : [{ type: 'text' as const, text }, ...parts];
      const issued = options.issue(said, files.length > 0 ? files : undefined);
      if (!issued) return { refusal: 'outbox-full' };
      issuedHere.add(issued.commandId);
      for (const id of ids) tray.remove(id);
      store.setState({ isTooMany: false });
      look();
      return issued;
    },
    takeBack({ command, files = [] }) {
      if (command.type !== 'send-message') return;
      for (const part of command.parts) {
        if (!isNamedPart(part)) continue;
        const pending = files.find(({ id }) => id === part.fileId);
        if (pending) tray.add([pending], store.getState().terms);
        else tray.addPart(part);
      }
    },
    destroy() {
      isDestroyed = true;
      stop();
      uploads.destroy();
    },
  };
}
