import type { Labels } from '../labels.js';
import type { PartLabels } from './part-labels.js';

/** The English texts of the parts. */
export const partLabels: PartLabels = {
  choices: 'Choices',
  chosen: 'Chosen:',
  confirmChoices: 'Confirm',
  answered: 'Answered',
  notAnswered: 'Not answered',
  awaitingAnswer: 'Waiting for an answer',

  cards: 'Cards',
  card: (number, count) => `${number} of ${count}`,
  previousCard: 'Previous card',
  nextCard: 'Next card',
  opensInNewTab: 'opens in a new tab',

  openImage: (name) => `Enlarge ${name}`,
  closeImage: 'Close picture',
  imageFailed: (name) => `${name} could not be loaded.`,
  openInNewTab: 'Open in a new tab',

  download: 'Download',
  fileUnavailable: 'Not available right now',

  yes: 'Yes',
  no: 'No',

  submitForm: 'Submit',
  optional: 'optional',
  pickOption: 'Pick one',
  fieldMissing: (label) => `Please fill in “${label}”.`,
  invalidPhone: 'Please enter a phone number like +351 210 000 000.',
  invalidNumber: 'Please enter a number.',
  invalidDate: 'Please enter a date.',

  rating: 'Rating',
  score: (score, scale) => `${score} of ${scale}`,
  thumbsUp: 'Good',
  thumbsDown: 'Not good',
  ratingMissing: 'Please pick one first.',
  comment: 'Anything to add?',
  submitRating: 'Submit rating',

  picture: (name) => `Picture: ${name}`,

  askedNoMore: 'This has been answered already, or is no longer asked.',
  notAccepted: 'This could not be accepted.',
  conversationGone: 'This conversation is no longer there.',
  fileGone: 'A file is no longer there. Please attach it again.',

  invalidEmail: 'Please enter an email address like name@example.com.',
  contactEmpty: 'Please fill in at least one field.',
  fieldTooLong: (limit) => `Please use ${limit.toLocaleString('en')} characters at most.`,
};

/** All that a part can say: the texts of the widget, and those of the parts where the page has not replaced them. */
export type AllLabels = Labels & PartLabels;

const complete = new WeakMap<Labels, AllLabels>();

/** The labels with what they leave out in English; the same object for the same labels. */
export function withPartLabels(labels: Labels): AllLabels {
  let all = complete.get(labels);
  if (!all) {
    all = { ...partLabels, ...labels };
    complete.set(labels, all);
  }
  return all;
}
