/** The texts of the waiting for a human, which are loaded when one is asked for. */
export interface HandoffLabels {
  contactIntroWaiting: string;
  contactIntroFirst: string;
  contactIntroUnanswered: string;
  contactName: string;
  contactEmail: string;
  contactText: string;
  contactSubmit: string;
  contactSubmitAndLeave: string;
  contactSubmitFirst: string;
  leaveDetails: string;
  hideDetails: string;
  waitingForHuman: string;
  /** How many are asked for before the visitor, who is one of them: 1 is next. */
  queuePosition(position: number): string;
  /** `time` is one such as `minutes` gives. */
  estimatedWait(time: string): string;
  withAgent(name: string): string;
  invalidEmail: string;
  contactEmpty: string;
  fieldTooLong(limit: number): string;
  askedNoMore: string;
}

/** The English of them. */
export const handoffLabels: HandoffLabels = {
  contactIntroWaiting: 'Leave your details, and we can reply even if you have to go.',
  contactIntroFirst: 'How can we reach you if we get cut off?',
  contactIntroUnanswered: 'Leave your details and we will get back to you.',
  contactName: 'Name',
  contactEmail: 'Email',
  contactText: 'How can we help?',
  contactSubmit: 'Save my details',
  contactSubmitAndLeave: 'Save and stop waiting',
  contactSubmitFirst: 'Continue',
  leaveDetails: 'Leave your details',
  hideDetails: 'Hide the form',
  waitingForHuman: 'Waiting for a human',
  queuePosition: (position) =>
    position === 1 ? 'You are next' : `You are number ${position.toLocaleString('en')} in line`,
  estimatedWait: (time) => `about ${time}`,
  withAgent: (name) => `You are with ${name}`,
  invalidEmail: 'Please enter an email address like name@example.com.',
  contactEmpty: 'Please fill in at least one field.',
  fieldTooLong: (limit) => `Please use ${limit.toLocaleString('en')} characters at most.`,
  askedNoMore: 'This has been answered already, or is no longer asked.',
};
