/** The texts of the parts that are loaded with the first of them. */
export interface PartLabels {
  /** What a group of choices is called where it has no prompt. */
  choices: string;
  /** Stands before what was chosen, for screen readers. */
  chosen: string;
  confirmChoices: string;
  /** A form or a rating that the visitor has answered. */
  answered: string;
  /** A question that can't be answered any more. */
  notAnswered: string;
  /** An agent's view of a question that the visitor has not answered yet. */
  awaitingAnswer: string;

  cards: string;
  /** Which card of how many, spoken. */
  card(number: number, count: number): string;
  previousCard: string;
  nextCard: string;
  opensInNewTab: string;

  openImage(name: string): string;
  closeImage: string;
  imageFailed(name: string): string;
  openInNewTab: string;

  /** Stands before a file's name, for screen readers. */
  download: string;
  fileUnavailable: string;

  /** Of a checkbox that was filled in. */
  yes: string;
  no: string;

  submitForm: string;
  optional: string;
  pickOption: string;
  fieldMissing(label: string): string;
  invalidPhone: string;
  invalidNumber: string;
  invalidDate: string;

  rating: string;
  /** A score, spoken: of stars and faces. */
  score(score: number, scale: number): string;
  thumbsUp: string;
  thumbsDown: string;
  ratingMissing: string;
  comment: string;
  submitRating: string;

  /** Spoken of a picture, by what it shows or is called. */
  picture(name: string): string;

  /** Why something was not accepted; empty: the relay's own words, which are English. */
  askedNoMore: string;
  notAccepted: string;
  conversationGone: string;
  fileGone: string;

  invalidEmail: string;
  contactEmpty: string;
  fieldTooLong(limit: number): string;
}
