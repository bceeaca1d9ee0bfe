/** The texts of the menu and of the notices about what is kept, which come with them. */
export interface SeldomLabels {
  soundOff: string;
  soundOn: string;
  language: string;
  saveTranscript: string;
  historyReplaced: string;
  dismiss: string;
  notKept: string;
}
