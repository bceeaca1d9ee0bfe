import type { SeldomLabels } from './seldom-labels.js';

/** The English texts of the menu and of the notices about what is kept. */
export const seldomLabels: SeldomLabels = {
  soundOff: 'Turn sound off',
  soundOn: 'Turn sound on',
  language: 'Language',
  startAfresh: 'New conversation',
  saveTranscript: 'Save transcript',
  mailTranscript: 'Email transcript',
  transcriptMailed: (to) => `On its way to ${to}.`,
  transcriptRefused: (to) => `It could not be delivered to ${to}. Is the address right?`,
  historyReplaced: 'This conversation was restored from a backup. Some messages may be missing.',
  dismiss: 'Dismiss',
  notKept: 'Your browser keeps no data for this page: unsent messages are lost on reload.',
};
