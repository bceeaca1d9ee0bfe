import type { FilePart, ImagePart, UploadedFile } from '@batonchat/protocol';
import type { FileRefusalReason } from './file-transport.js';
import type { Upload } from './uploads.js';

/** A file that the relay keeps, or will keep, as a message names it. */
export type NamedPart = FilePart | (Omit<ImagePart, 'url'> & { fileId: string });

/** A file that will go with the next message. */
export interface Attachment {
  id: string;
  name: string;
  bytes: number;
  /** The picture as it lies in this page; null for what is none. */
  previewUrl: string | null;
  /** As an upload's: `waiting` for the connection or its turn, `failed` can be tried again, `refused` can't. */
  status: Upload['status'];
  /** Of its upload, from 0 to 1. */
  progress: number;
  /** Why it is not taken, with the relay's own words in English where it said so. */
  refusal: { reason: FileRefusalReason; message: string } | null;
}

/** What a message says of a file that the relay keeps. */
export const partOf = ({ fileId, name, mediaType, bytes, width, height }: UploadedFile): NamedPart =>
  width !== undefined && height !== undefined
    ? { type: 'image', fileId, name, width, height, alt: '' }
    : { type: 'file', fileId, name, mediaType, bytes };

/** What stands in a message for a file before the relay has it, so that it can be shown. */
export const pendingPartOf = (
  { id, file, name }: Pick<Upload, 'id' | 'file' | 'name'>,
  size: { width: number; height: number } | null | undefined,
): NamedPart =>
  partOf({
    ...{ fileId: id, name, bytes: file.size },
    mediaType: /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(file.type) ? file.type : 'application/octet-stream',
    ...size,
  });

/** Whether a part names a file that somebody uploaded. */
export const isNamedPart = (part: object): part is NamedPart =>
  'fileId' in part && 'type' in part && (part.type === 'file' || part.type === 'image');
