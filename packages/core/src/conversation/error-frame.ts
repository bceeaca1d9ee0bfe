import type { DownFrame, ErrorCode } from '@batonchat/protocol';

const aboutContent: ReadonlySet<ErrorCode> = new Set(['malformed', 'oversized', 'invalid']);

/** True for an error about what a frame contained, rather than about who sent it or when. */
export const isAboutContent = ({ code }: Extract<DownFrame, { type: 'error' }>): boolean =>
  aboutContent.has(code);
