import {
  ChatContainer,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
} from '@chatscope/chat-ui-kit-react';
import { marked } from 'marked';
import { createRoot, type Root } from 'react-dom/client';
import { begin } from './bench.js';
import type { BenchMessage } from './subject.js';

let place: HTMLElement | null = null;
let root: Root | null = null;
let shown: readonly BenchMessage[] = [];
/** It takes HTML; what was made of a message once is kept, as a careful user would. */
const html = new WeakMap<BenchMessage, string>();

function htmlOf(message: BenchMessage): string {
  const made = html.get(message) ?? marked.parse(message.text, { gfm: true, breaks: true, async: false });
  html.set(message, made);
  return made;
}

function Chat({ messages }: { messages: readonly BenchMessage[] }) {
  return (
    <MainContainer>
      <ChatContainer>
        <MessageList scrollBehavior="auto">
          {messages.map((message) => (
            <Message
              key={message.id}
              model={{
                message: htmlOf(message),
                direction: message.isVisitor ? 'outgoing' : 'incoming',
                position: 'single',
              }}
            />
          ))}
        </MessageList>
        <MessageInput placeholder="Write" />
      </ChatContainer>
    </MainContainer>
  );
}

const show = (messages: readonly BenchMessage[]) => {
  shown = messages;
  root?.render(<Chat messages={shown} />);
};

const scroller = () => place?.querySelector<HTMLElement>('.cs-message-list__scroll-wrapper') ?? null;

/** Its own way to the end stops short of it after the first rows, and then it does not follow. */
function toEnd() {
  const element = scroller();
  if (element) element.scrollTop = element.scrollHeight;
}

begin({
  rowSelector: '.cs-message',
  mount(given, messages) {
    place = given;
    root = createRoot(place);
    show(messages);
  },
  append(message) {
    toEnd();
    show([...shown, message]);
  },
  beginReply(id) {
    toEnd();
    const before = shown;
    let text = '';
    return (token) => {
      text += token;
      show([...before, { id, isVisitor: false, text, at: 0 }]);
    };
  },
  scroller,
  input: () => place?.querySelector<HTMLElement>('.cs-message-input__content-editor') ?? null,
});
