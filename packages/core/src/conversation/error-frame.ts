import type { DownFrame, ErrorCode } from '@batonchat/protocol';

type ErrorFrame = Extract<DownFrame, { type: 'error' }>;

const aboutContent: readonly ErrorCode[] = ['malformed', 'oversized', 'invalid'];
const passing: readonly ErrorCode[] = ['try-later', 'rate-limited'];

/** True for an error about what a frame contained, rather than about who sent it or when. */
export const isAboutContent = ({ code }: ErrorFrame): boolean => aboutContent.includes(code);

/** True for an error that will have passed in a while. */
export const isPassing = ({ code }: ErrorFrame): boolean => passing.includes(code);
