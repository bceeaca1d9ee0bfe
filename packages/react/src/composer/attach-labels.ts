/** The texts of attaching files, which are loaded once there is a conversation to send them in. */
export interface AttachLabels {
  /** The button that picks files. */
  attach: string;
  /** What can be sent; `size` is that of one file at the most, as people read it. */
  attachHint(size: string): string;
  /** The list of files that will go with the next message. */
  attachments: string;
  dropFiles: string;
  /** Spoken, as are those that follow where a file was uploaded or refused. */
  attached(name: string): string;
  uploaded(name: string): string;
  uploading: string;
  uploadWaiting: string;
  uploadFailed: string;
  removeFile(name: string): string;
  fileTooLarge(size: string): string;
  fileEmpty: string;
  fileKindRefused: string;
  tooManyFiles(count: number): string;
}

/** The English of them. */
export const attachLabels: AttachLabels = {
  attach: 'Attach files',
  attachHint: (size) => `Pictures, PDF, text or office documents, up to ${size} each`,
  attachments: 'Attachments',
  dropFiles: 'Drop files here',
  attached: (name) => `${name} was added.`,
  uploaded: (name) => `${name} is uploaded.`,
  uploading: 'Uploading',
  uploadWaiting: 'Waiting for the connection',
  uploadFailed: 'Did not arrive',
  removeFile: (name) => `Remove ${name}`,
  fileTooLarge: (size) => `Too large. A file may have up to ${size}.`,
  fileEmpty: 'The file is empty.',
  fileKindRefused: 'Not accepted: this kind of file can’t be sent, or its content doesn’t match its name.',
  tooManyFiles: (amount) => `Up to ${amount.toLocaleString('en')} files go in one message.`,
};
