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
  /** Of a button, a field or a choice. */
  labelCharacters: 120,
  /** Of a prompt, a title, a description. */
  lineCharacters: 300,
  /** Of a card's text. */
  cardCharacters: 600,
  /** Of a form's field or a rating's comment as it is filled in. */
  answerCharacters: 800,
  fileNameCharacters: 255,
  /** Of a picture's side. */
  imagePixels: 16_384,
  choicesPerPart: 10,
  actionsPerCard: 3,
  cardsPerCarousel: 10,
  fieldsPerForm: 10,
  optionsPerField: 50,
  /** So many questions wait for the visitor's answer; the eldest gives way to the next. */
  openQuestions: 4,
  frameBytes: 64 * 1024,
  eventsPerFrame: 200,
  entriesPerPage: 50,
} as const;

/** How long a `typing` counts when no other follows, in milliseconds. */
export const typingMs = 5000;

/** How often one who goes on typing repeats it, in milliseconds. */
export const typingRepeatMs = 3000;
