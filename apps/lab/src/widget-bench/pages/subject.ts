/** A message of the bench's transcript, in Markdown. */
export interface BenchMessage {
  id: string;
  isVisitor: boolean;
  text: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A list of messages that the bench drives, through whatever it offers its users. */
export interface Subject {
  /** Shows the messages, the last one in view. */
  mount(place: HTMLElement, messages: readonly BenchMessage[]): void;
  /** Adds one below the last. */
  append(message: BenchMessage): void;
  /** Begins a reply of the bot; what is returned is called with each token as it comes. */
  beginReply(id: string): (token: string) => void;
  /** The element that scrolls, or null while there is none. */
  scroller(): HTMLElement | null;
  /** What each message's element matches, below the scroller. */
  rowSelector: string;
  /** What a visitor writes in, or null while there is none. */
  input(): HTMLElement | null;
}

/** A textarea below a list of 400 x 640, for subjects that are a list and nothing else. */
export function boxOf(place: HTMLElement): { scroller: HTMLElement; input: HTMLTextAreaElement } {
  const scroller = document.createElement('div');
  scroller.className = 'bench-scroller';
  const input = document.createElement('textarea');
  place.append(scroller, input);
  return { scroller, input };
}
