import {
  AssistantRuntimeProvider,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  useExternalStoreRuntime,
} from '@assistant-ui/react';
import { MarkdownTextPrimitive } from '@assistant-ui/react-markdown';
import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { begin } from './bench.js';
import type { BenchMessage } from './subject.js';

let place: HTMLElement | null = null;
let shown: readonly BenchMessage[] = [];
let isRunning = false;
const listeners = new Set<() => void>();

const show = (messages: readonly BenchMessage[]) => {
  shown = messages;
  for (const listener of listeners) listener();
};

const convertMessage = ({ id, isVisitor, text, at }: BenchMessage) => ({
  id,
  role: isVisitor ? ('user' as const) : ('assistant' as const),
  content: [{ type: 'text' as const, text }],
  createdAt: new Date(at),
});

const Text = () => <MarkdownTextPrimitive />;
const parts = { Text };

function Row() {
  return (
    <MessagePrimitive.Root className="row">
      <MessagePrimitive.Content components={parts} />
    </MessagePrimitive.Root>
  );
}

function Chat() {
  const messages = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  const runtime = useExternalStoreRuntime<BenchMessage>({
    messages: [...messages],
    isRunning,
    convertMessage,
    onNew: async () => {},
  });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root className="thread">
        <ThreadPrimitive.Viewport className="bench-scroller">
          <ThreadPrimitive.Messages components={{ UserMessage: Row, AssistantMessage: Row }} />
        </ThreadPrimitive.Viewport>
        <ComposerPrimitive.Root>
          <ComposerPrimitive.Input />
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}

begin({
  rowSelector: '.row',
  mount(given, messages) {
    place = given;
    shown = messages;
    createRoot(place).render(<Chat />);
  },
  append: (message) => show([...shown, message]),
  beginReply(id) {
    const before = shown;
    const at = Date.now();
    let text = '';
    isRunning = true;
    return (token) => {
      text += token;
      show([...before, { id, isVisitor: false, text, at }]);
    };
  },
  scroller: () => place?.querySelector<HTMLElement>('.bench-scroller') ?? null,
  input: () => place?.querySelector<HTMLElement>('textarea') ?? null,
});
