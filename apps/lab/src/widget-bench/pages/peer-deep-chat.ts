import 'deep-chat';
import { begin } from './bench.js';
import type { BenchMessage } from './subject.js';

/** As much of the element's documented interface as is used here. */
interface DeepChatElement extends HTMLElement {
  history: { text: string; role: string }[];
  connect: { stream: boolean; handler: (body: unknown, signals: StreamSignals) => void };
  submitUserMessage(content: { text: string }): void;
  addMessage(message: { text: string; role: string }): void;
}

interface StreamSignals {
  onOpen(): void;
  onResponse(response: { text: string }): Promise<void>;
}

let element: DeepChatElement | null = null;
let signals: StreamSignals | null = null;

const messageOf = ({ text, isVisitor }: BenchMessage) => ({ text, role: isVisitor ? 'user' : 'ai' });

begin({
  rowSelector: '.inner-message-container',
  mount(place, messages) {
    element = document.createElement('deep-chat') as unknown as DeepChatElement;
    element.style.width = '400px';
    element.style.height = '640px';
    element.history = messages.map(messageOf);
    element.connect = {
      stream: true,
      handler(_body, given) {
        given.onOpen();
        signals = given;
      },
    };
    place.append(element);
  },
  append: (message) => element?.addMessage(messageOf(message)),
  beginReply() {
    element?.submitUserMessage({ text: 'Tell me more.' });
    const early: string[] = [];
    return (text) => {
      if (!signals) {
        early.push(text);
        return;
      }
      for (const token of [...early.splice(0), text])
        signals.onResponse({ text: token }).catch(console.error);
    };
  },
  scroller: () => element?.shadowRoot?.querySelector<HTMLElement>('#messages') ?? null,
  input: () => element?.shadowRoot?.querySelector<HTMLElement>('#text-input') ?? null,
});
