/**
 * The sizes both ends hold to. Characters are UTF-16 code units (`string.length`), sizes are bytes.
 * The composer refuses at the same numbers as the relay, so that a refused text is still in its box.
 */
export const limits = {
  messageCharacters: 4000,
  nameCharacters: 80,
  emailCharacters: 254,
  summaryCharacters: 600,
  urlCharacters: 2048,
  partsPerMessage: 10,
  frameBytes: 64 * 1024,
  eventsPerFrame: 200,
  entriesPerPage: 50,
} as const;

/** How long a `typing` counts when no other follows, in milliseconds. */
export const typingMs = 5000;

/** How often one who goes on typing repeats it, in milliseconds. */
export const typingRepeatMs = 3000;
