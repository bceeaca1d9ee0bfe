/** A file that was chosen and is not at the relay yet; `id` stands for it in its message until then. */
export interface PendingFile {
  id: string;
  file: Blob;
  name: string;
}
