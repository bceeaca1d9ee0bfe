/** A file that is not taken, in words for the person who chose it. */
export class FileRefusal extends Error {
  readonly status: 400 | 408 | 413 | 415;

  /** `status` is the HTTP answer's. */
  constructor(status: FileRefusal['status'], message: string) {
    super(message);
    this.status = status;
  }
}
