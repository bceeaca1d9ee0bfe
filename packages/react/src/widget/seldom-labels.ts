/** The texts of the menu and of the notices about what is kept, which come with them. */
export interface SeldomLabels {
  soundOff: string;
  soundOn: string;
  language: string;
  /** Leaves this conversation for another. */
  startAfresh: string;
  saveTranscript: string;
  /** The menu's item, the form's name and the button that has it sent. */
  mailTranscript: string;
  transcriptMailed(to: string): string;
  /** A mail server refused it. */
  transcriptRefused(to: string): string;
  historyReplaced: string;
  dismiss: string;
  notKept: string;
}
