import { limits } from '@batonchat/protocol';
import { mintId } from '../mint-id.js';
import type { Addresses } from './addresses.js';
import { type Attachment, isNamedPart, type NamedPart, partOf, pendingPartOf } from './attachment.js';
import { type FileTerms, UploadRefused } from './file-transport.js';
import type { PendingFile } from './pending-file.js';
import { pictureSize } from './picture-size.js';
import type { Upload, Uploads } from './uploads.js';

/** So many files go with one message at the most: it has room for a text beside them. */
const filesPerMessage = limits.partsPerMessage - 1;

/** One file in the tray. `part` is set where the relay has had it all along, `refused` where it was not even begun. */
interface Held {
  id: string;
  name: string;
  bytes: number;
  file: Blob | null;
  part: NamedPart | null;
  refused: UploadRefused | null;
}

/** The files that will go with the next message. */
export interface Tray {
  list(): readonly Attachment[];
  has(id: string): boolean;
  /** Takes as many as one message may have, and says whether there were more. */
  add(files: readonly { file: Blob; name: string; id?: string }[], terms: FileTerms | null): boolean;
  /** Takes a file back that the relay has. */
  addPart(part: NamedPart): void;
  remove(id: string): void;
  retry(id: string): void;
  /** What can go with a message now, and which of it is still to be uploaded. */
  sendable(): { ids: string[]; parts: NamedPart[]; files: PendingFile[] };
}

const unshown = /^(video|audio|font)\//;
const isTaken = ({ accept }: FileTerms, type: string) =>
  !unshown.test(type) && (!type.startsWith('image/') || type === 'image/svg+xml' || accept.includes(type));

/** An empty tray. `onChange` is called when a file's size or place in it changes. */
export function createTray(uploads: Uploads, addresses: Addresses, onChange: () => void): Tray {
  let all: readonly Held[] = [];
  const sizes = new Map<string, { width: number; height: number } | null>();

  function set(next: readonly Held[]) {
    all = next;
    onChange();
  }

  function refusedFor(file: Blob, terms: FileTerms | null): UploadRefused | null {
    if (file.size === 0) return new UploadRefused('empty', 'The file is empty.');
    if (terms && file.size > terms.maxBytes) return new UploadRefused('too-large', 'The file is too large.');
    if (terms && !isTaken(terms, file.type))
      return new UploadRefused('kind', `Files of the kind ${file.type} are not taken.`);
    return null;
  }

  function partFor(held: Held, upload: Upload | undefined): NamedPart | null {
    if (held.part) return held.part;
    if (upload?.uploaded) return partOf(upload.uploaded);
    return held.file && pendingPartOf({ id: held.id, file: held.file, name: held.name }, sizes.get(held.id));
  }

  function shown(held: Held): Attachment {
    const { id, name, bytes, refused } = held;
    const upload = uploads.get(id);
    const error = refused ?? upload?.error ?? null;
    const status = held.part ? 'uploaded' : error ? 'refused' : (upload?.status ?? 'waiting');
    const isPicture = held.file && sizes.get(id);
    return {
      ...{ id, name, bytes, status, progress: held.part ? 1 : (upload?.progress ?? 0) },
      previewUrl: isPicture && held.file ? addresses.show(id, held.file) : null,
      refusal: error && { reason: error.reason, message: error.message },
    };
  }

  async function measure(id: string, file: Blob) {
    sizes.set(id, await pictureSize(file));
    if (sizes.get(id) && all.some((held) => held.id === id)) onChange();
  }

  return {
    list: () => all.map(shown),
    has: (id) => all.some((held) => held.id === id),
    add(files, terms) {
      const room = Math.max(0, filesPerMessage - all.length);
      const added = files.slice(0, room).map(({ file, name, id = mintId() }): Held => {
        const refused = refusedFor(file, terms);
        return { id, name, bytes: file.size, file, part: null, refused };
      });
      set([...all, ...added]);
      for (const { id, name, file, refused } of added) {
        if (!file || refused) continue;
        void measure(id, file);
        uploads.add({ id, file, name });
      }
      return files.length > room;
    },
    addPart(part) {
      const bytes = part.type === 'file' ? part.bytes : 0;
      if (!isNamedPart(part) || all.length >= filesPerMessage) return;
      set([...all, { id: part.fileId, name: part.name, bytes, file: null, part, refused: null }]);
    },
    remove(id) {
      set(all.filter((held) => held.id !== id));
    },
    retry(id) {
      const held = all.find((each) => each.id === id);
      if (held?.file && !held.refused) uploads.add({ id, file: held.file, name: held.name });
    },
    sendable() {
      const ready = all.filter((held) => !['refused', 'failed'].includes(shown(held).status));
      const parts = ready.map((held) => partFor(held, uploads.get(held.id)));
      return {
        ids: ready.map(({ id }) => id),
        parts: parts.filter((part) => part !== null),
        files: ready.flatMap(({ id, file, name, part }) =>
          file && !part && !uploads.get(id)?.uploaded ? [{ id, file, name }] : [],
        ),
      };
    },
  };
}
