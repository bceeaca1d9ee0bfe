import type { UploadedFile } from '@batonchat/protocol';

/** What a relay takes. */
export interface FileTerms {
  /** Of one file. */
  maxBytes: number;
  /** Media types and name endings, as the `accept` of a file input writes them. */
  accept: readonly string[];
}

/** Why a file is not taken, for good. `kind`: it is of no kind that is taken, or not what its name says. */
export type FileRefusalReason = 'too-large' | 'empty' | 'kind' | 'forbidden';

/** A file that is not taken. The message is the relay's, in English. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly reason: FileRefusalReason;

  constructor(reason: FileRefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** One upload. */
export interface UploadRequest {
  conversationId: string;
  file: Blob;
  name: string;
  /** Ends it: what has arrived by then is thrown away. */
  signal: AbortSignal;
  /** How much of it is on its way, from 0 to 1. */
  onProgress(share: number): void;
}

/** The port to where files are kept. */
export interface FileTransport {
  /** What can be sent; null where files are not taken. Rejects where that can't be known now. */
  terms(): Promise<FileTerms | null>;
  /**
   * Rejects with an `UploadRefused` when the file is not taken, with a `RelayBusy` when a time is named, with anything
   * else when it did not arrive. A repeat is another file, and what no message names is deleted.
   */
  upload(request: UploadRequest): Promise<UploadedFile>;
  /** Addresses of those of these files (100 at most) that may be seen, and until when they hold (epoch milliseconds). */
  urls(fileIds: readonly string[]): Promise<{ urls: Readonly<Record<string, string>>; expiresAt: number }>;
}
