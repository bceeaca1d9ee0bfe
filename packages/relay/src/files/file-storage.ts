/** Where the bytes of files lie, by their ids. */
export interface FileStorage {
  /** Durable when it resolves. Rejects, with nothing left behind, when the chunks or the storage fail. */
  write(fileId: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes from `start` to `end`, both counted in. Rejects where there are none. */
  read(fileId: string, range: { start: number; end: number }): Promise<ReadableStream<Uint8Array>>;
  /** Nothing happens where there is none. */
  remove(fileId: string): Promise<void>;
}
