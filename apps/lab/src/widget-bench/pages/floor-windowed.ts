import { Lexer, marked } from 'marked';
import { begin } from './bench.js';
import { type BenchMessage, boxOf } from './subject.js';

const options = { gfm: true, breaks: true };
const elementsOf = (text: string) =>
  document.createRange().createContextualFragment(marked.parse(text, { ...options, async: false }));

const beyondPx = 400;
const guessPx = 150;

/** The least that a windowed list of Markdown can be: rows near the view, their heights, and nothing else. */
class WindowedList {
  private readonly heights: number[] = [];
  private readonly rows = new Map<number, HTMLElement>();
  private readonly content = document.createElement('div');
  private readonly messages: BenchMessage[];
  private readonly scroller: HTMLElement;
  private offsets: number[] = [0];
  private isAtEnd = true;

  constructor(scroller: HTMLElement, messages: readonly BenchMessage[]) {
    this.scroller = scroller;
    this.messages = [...messages];
    this.content.style.position = 'relative';
    scroller.append(this.content);
    scroller.addEventListener('scroll', () => {
      this.isAtEnd = scroller.scrollTop + scroller.clientHeight >= this.height() - 40;
      this.render();
    });
    this.measureFrom(0);
    this.render();
    this.render();
  }

  append(message: BenchMessage): HTMLElement {
    this.messages.push(message);
    this.measureFrom(this.messages.length - 1);
    this.render();
    this.render();
    return this.rows.get(this.messages.length - 1) ?? document.createElement('div');
  }

  /** The last row has another height. */
  lastChanged(): void {
    const last = this.messages.length - 1;
    this.heights[last] = this.rows.get(last)?.offsetHeight ?? guessPx;
    this.measureFrom(last);
    this.stick();
  }

  private height(): number {
    return this.offsets[this.messages.length] ?? 0;
  }

  private measureFrom(index: number): void {
    for (let at = index; at < this.messages.length; at += 1)
      this.offsets[at + 1] = (this.offsets[at] ?? 0) + (this.heights[at] ?? guessPx);
    this.content.style.height = `${this.height()}px`;
  }

  private stick(): void {
    if (this.isAtEnd) this.scroller.scrollTop = this.height();
  }

  private indexAt(top: number): number {
    let [low, high] = [0, this.messages.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.offsets[middle] ?? 0) <= top) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private render(): void {
    this.stick();
    const top = this.isAtEnd ? this.height() - this.scroller.clientHeight : this.scroller.scrollTop;
    const from = this.indexAt(top - beyondPx);
    const to = this.indexAt(top + this.scroller.clientHeight + beyondPx);
    for (const [index, row] of this.rows) {
      if (index >= from && index <= to) continue;
      row.remove();
      this.rows.delete(index);
    }
    const added: number[] = [];
    for (let index = from; index <= to; index += 1) {
      if (this.rows.has(index)) continue;
      const row = document.createElement('div');
      row.className = 'row';
      row.append(elementsOf(this.messages[index]?.text ?? ''));
      this.rows.set(index, row);
      added.push(index);
    }
    for (const index of added.toReversed()) {
      const row = this.rows.get(index);
      if (row) this.content.insertBefore(row, this.rows.get(index + 1) ?? null);
    }
    for (const index of added) this.heights[index] = this.rows.get(index)?.offsetHeight ?? guessPx;
    const first = added[0];
    if (first !== undefined) this.measureFrom(first);
    for (const [index, row] of this.rows) row.style.top = `${this.offsets[index]}px`;
    this.stick();
  }
}

let list: WindowedList | null = null;
let box: ReturnType<typeof boxOf> | null = null;

/** Finished blocks stay as they are; the last one is parsed again once a frame. */
function streamInto(row: HTMLElement): (token: string) => void {
  let tail = '';
  let isWaiting = false;
  let tailNodes: Node[] = [];
  const paint = () => {
    isWaiting = false;
    const blocks = new Lexer(options).lex(tail);
    const last = blocks.findLastIndex(({ type }) => type !== 'space');
    const finished = blocks.slice(0, last).map(({ raw }) => raw);
    for (const node of tailNodes) row.removeChild(node);
    row.append(elementsOf(finished.join('')));
    tail = tail.slice(finished.join('').length);
    const fragment = elementsOf(tail);
    tailNodes = [...fragment.childNodes];
    row.append(fragment);
    list?.lastChanged();
  };
  return (token) => {
    tail += token;
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(paint);
  };
}

begin({
  rowSelector: '.row',
  mount(place, messages) {
    box = boxOf(place);
    list = new WindowedList(box.scroller, messages);
  },
  append: (message) => void list?.append(message),
  beginReply(id) {
    const row = list?.append({ id, isVisitor: false, text: '', at: 0 });
    return row ? streamInto(row) : () => {};
  },
  scroller: () => box?.scroller ?? null,
  input: () => box?.input ?? null,
});
