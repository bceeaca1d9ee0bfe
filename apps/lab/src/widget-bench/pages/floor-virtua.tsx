import { marked } from 'marked';
import { memo, useLayoutEffect, useRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { begin } from './bench.js';
import { type BenchMessage, boxOf } from './subject.js';

let root: Root | null = null;
let box: ReturnType<typeof boxOf> | null = null;
let shown: readonly BenchMessage[] = [];

const Row = memo(({ text }: { text: string }) => {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const html = marked.parse(text, { gfm: true, breaks: true, async: false });
    ref.current?.replaceChildren(document.createRange().createContextualFragment(html));
  }, [text]);
  return <div className="row" ref={ref} />;
});

function List({ messages }: { messages: readonly BenchMessage[] }) {
  const scroller = useRef(box?.scroller ?? null);
  const list = useRef<VirtualizerHandle>(null);
  const isAtEnd = useRef(true);
  const toEnd = () => {
    if (scroller.current && isAtEnd.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  };
  const onScroll = (top: number) => {
    const { scrollHeight = 0, clientHeight = 0 } = scroller.current ?? {};
    isAtEnd.current = top + clientHeight >= scrollHeight - 40;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the end, whatever comes
  useLayoutEffect(toEnd, [messages]);
  return (
    <Virtualizer ref={list} data={messages} scrollRef={scroller} onResize={toEnd} onScroll={onScroll}>
      {({ id, text }) => <Row key={id} text={text} />}
    </Virtualizer>
  );
}

const show = (messages: readonly BenchMessage[]) => {
  shown = messages;
  root?.render(<List messages={shown} />);
};

begin({
  rowSelector: '.row',
  mount(place, messages) {
    box = boxOf(place);
    root = createRoot(box.scroller);
    show(messages);
  },
  append: (message) => show([...shown, message]),
  beginReply(id) {
    const before = shown;
    let text = '';
    let isWaiting = false;
    return (token) => {
      text += token;
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        show([...before, { id, isVisitor: false, text, at: 0 }]);
      });
    };
  },
  scroller: () => box?.scroller ?? null,
  input: () => box?.input ?? null,
});
