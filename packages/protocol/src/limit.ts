/**
 * The sizes both ends hold to. Characters are UTF-16 code units (`string.length`), sizes are bytes.
 * The composer refuses at the same numbers as the relay, so that a refused text is still in its box.
 */

/** Of one text part. */
export const messageCharacters = 4000;

/** Of a name. */
export const nameCharacters = 80;

/** Of an email address. */
export const emailCharacters = 254;

/** Of what a site calls a person who is signed in there. */
export const subjectCharacters = 200;

/** Of what an agent reads before the history. */
export const summaryCharacters = 600;

/** Of an address. */
export const urlCharacters = 2048;

/** What a page may say of a visitor. */
export const facts = 20;

/** Of a fact's name. */
export const factNameCharacters = 40;

/** Of what a fact says. */
export const factCharacters = 200;

/** Of a message. */
export const partsPerMessage = 10;

/** Of a button, a field or a choice. */
export const labelCharacters = 120;

/** Of a prompt, a title, a description. */
export const lineCharacters = 300;

/** Of a card's text. */
export const cardCharacters = 600;

/** Of a form's field or a rating's comment as it is filled in. */
export const answerCharacters = 800;

/** Of a file's name. */
export const fileNameCharacters = 255;

/** Of a picture's side. */
export const imagePixels = 16_384;

/** To choose from. */
export const choicesPerPart = 10;

/** Of a card. */
export const actionsPerCard = 3;

/** Of a carousel. */
export const cardsPerCarousel = 10;

/** Of a form. */
export const fieldsPerForm = 10;

/** Of a field that is a choice. */
export const optionsPerField = 50;

/** So many questions wait for the visitor's answer; the eldest gives way to the next. */
export const openQuestions = 4;

/** Of one frame. */
export const frameBytes = 64 * 1024;

/** In one frame. */
export const eventsPerFrame = 200;

/** In a snapshot or a page. */
export const entriesPerPage = 50;
