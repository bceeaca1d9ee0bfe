/** When the contact form is asked for: never, next to waiting, or before anybody is alerted. */
export type CollectContact = 'never' | 'while-waiting' | 'before';

/** What the site decides about its handoffs. `undoWindowMs` is how long a resolve can be undone. */
export interface HandoffSettings {
  collect: CollectContact;
  botWhilePending: 'silent' | 'answers';
  undoWindowMs: number;
}

/** What a site gets that decides nothing: form next to waiting, a silent bot, ten seconds to undo. */
export const defaultHandoffSettings: HandoffSettings = {
  collect: 'while-waiting',
  botWhilePending: 'silent',
  undoWindowMs: 10_000,
};
