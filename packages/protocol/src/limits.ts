/** The sizes both ends hold to, by name. A namespace, so that a page carries only the numbers that it names. */
export * as limits from './limit.js';

/** How long a `typing` counts when no other follows, in milliseconds. */
export const typingMs = 5000;

/** How often one who goes on typing repeats it, in milliseconds. */
export const typingRepeatMs = 3000;
