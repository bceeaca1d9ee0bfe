import { nextPaint, paintOf, type Smoothness, watchFrames } from './frames.js';
import type { BenchMessage, Subject } from './subject.js';
import { lastToken, tokensOf, transcriptOf } from './transcript.js';

/** What the bench asks of a page, as `window.bench`. Times are milliseconds. */
export interface Bench {
  /** Makes the transcript; not a part of any time. */
  prepare(count: number): void;
  /** From the call to the paint with the last message in view. */
  mount(): Promise<number>;
  /** From the call to the paint with the new message in view, for each of so many. */
  append(times: number): Promise<number[]>;
  /** All elements of the subject, those in its shadow roots too. */
  elements(): number;
  /** Readies a reply of so many tokens. */
  beginReply(tokens: number): void;
  /** Hands over the tokens up to this one at a rate; ends when the last of them is given, or after `withinMs`. */
  stream(to: number, perSecond: number, withinMs: number): Promise<Streamed>;
  /** From the last token to its paint; null when it is not there in 20 s. */
  lastTokenPainted(): Promise<number | null>;
  /** Counts the frames in which the list changed, until `updates` is asked. */
  watchUpdates(): void;
  updates(): number;
  /** Focuses the input and notes the key presses from now on. */
  watchKeys(): void;
  /** From each key press to the paint that follows it. */
  keys(): number[];
  /** From the end to the start. */
  scroll(durationMs: number): Promise<Smoothness & { blank: number }>;
}

/** What became of a stream. */
export interface Streamed extends Smoothness {
  given: number;
  tookMs: number;
}

/** Gives out numbers at a rate from outside the main thread, as a network does. */
const clockSource = `onmessage = ({ data: { from, to, perSecond } }) => {
  const startedAt = performance.now();
  let next = from;
  const give = () => {
    const due = Math.min(to, from + Math.floor(((performance.now() - startedAt) * perSecond) / 1000) + 1);
    for (; next < due; next += 1) postMessage(next);
    if (next < to) setTimeout(give, 1);
  };
  give();
};`;

function allElements(root: ParentNode): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    count += 1;
    if (element.shadowRoot) count += allElements(element.shadowRoot);
  }
  return count;
}

/** Puts a subject at the bench. */
export function begin(subject: Subject): void {
  const place = document.getElementById('place');
  if (!place) throw new Error('The page has no #place.');
  let transcript: BenchMessage[] = [];
  let appended = 0;
  let tokens: string[] = [];
  let given = 0;
  let take: (token: string) => void = () => {};
  let updates = () => 0;
  const keys: number[] = [];

  /** Its row is the last one, and begins within the view; or also ends in it. */
  const isInView = (text: string, isWhole = false) => {
    const scroller = subject.scroller();
    const rows = scroller?.querySelectorAll(subject.rowSelector);
    const row = rows?.[rows.length - 1];
    if (!scroller || !row?.textContent?.includes(text)) return false;
    const { top, bottom, height } = row.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    return height > 0 && bottom > view.top && (isWhole ? bottom - 8 : top + 8) <= view.bottom;
  };

  const bench: Bench = {
    prepare(count) {
      transcript = transcriptOf(count);
    },
    async mount() {
      const last = transcript.at(-1)?.id ?? '';
      const messages = transcript;
      // Whoever wants to keep them does.
      transcript = [];
      const from = performance.now();
      subject.mount(place, messages);
      return (await paintOf(() => isInView(last), 50_000)) - from;
    },
    async append(times) {
      const took: number[] = [];
      for (let time = 0; time < times; time += 1) {
        appended += 1;
        const id = `a${appended}z`;
        const message = { id, isVisitor: false, text: `One **more** message, ${id}`, at: Date.now() };
        // At any moment of a frame, as messages come.
        await new Promise((resolve) => setTimeout(resolve, 120 + ((time * 37) % 17)));
        const from = performance.now();
        subject.append(message);
        took.push((await paintOf(() => isInView(id), 10_000)) - from);
      }
      return took;
    },
    elements: () => allElements(place),
    beginReply(count) {
      tokens = tokensOf(count);
      given = 0;
      take = subject.beginReply('reply');
    },
    stream: (to, perSecond, withinMs) =>
      new Promise((resolve) => {
        const stop = watchFrames();
        const from = performance.now();
        const source = URL.createObjectURL(new Blob([clockSource], { type: 'text/javascript' }));
        const clock = new Worker(source);
        const end = () => {
          clock.terminate();
          clearTimeout(timeout);
          URL.revokeObjectURL(source);
          resolve({ ...stop(), given, tookMs: performance.now() - from });
        };
        const timeout = setTimeout(end, withinMs);
        clock.onmessage = ({ data: index }: MessageEvent<number>) => {
          take(tokens[index] ?? '');
          given = index + 1;
          if (given >= to) end();
        };
        clock.postMessage({ from: given, to, perSecond });
      }),
    async lastTokenPainted() {
      const from = performance.now();
      try {
        return (await paintOf(() => isInView(lastToken.trim(), true), 20_000)) - from;
      } catch {
        return null;
      }
    },
    watchUpdates() {
      let count = 0;
      let isChanged = false;
      const observer = new MutationObserver(() => {
        isChanged = true;
      });
      const scroller = subject.scroller();
      if (scroller) observer.observe(scroller, { subtree: true, childList: true, characterData: true });
      let frame = requestAnimationFrame(function look() {
        // Asked after the frame's own callbacks have run.
        queueMicrotask(() => {
          if (isChanged) count += 1;
          isChanged = false;
        });
        frame = requestAnimationFrame(look);
      });
      updates = () => {
        cancelAnimationFrame(frame);
        observer.disconnect();
        return count;
      };
    },
    updates: () => updates(),
    watchKeys() {
      subject.input()?.focus();
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          nextPaint().then((at) => keys.push(at - timeStamp), console.error);
        },
        true,
      );
    },
    keys: () => keys,
    async scroll(durationMs) {
      const scroller = subject.scroller();
      if (!scroller) throw new Error('Nothing scrolls.');
      const stop = watchFrames();
      const from = performance.now();
      let blank = 0;
      for (let passed = 0; passed < durationMs; passed = performance.now() - from) {
        scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * (1 - passed / durationMs);
        await nextPaint();
        if (isBlank(scroller, subject.rowSelector)) blank += 1;
      }
      scroller.scrollTop = 0;
      return { ...stop(), blank };
    },
  };
  Object.assign(window, { bench });
}

/** A stretch of the view that no row covers, too high to be a gap between two of them. */
function isBlank(scroller: HTMLElement, rowSelector: string): boolean {
  const rows = scroller.querySelectorAll(rowSelector);
  if (rows.length > 300) return false;
  const view = scroller.getBoundingClientRect();
  const covered = [...rows]
    .map((row) => row.getBoundingClientRect())
    .filter(({ bottom, top }) => bottom > view.top && top < view.bottom)
    .sort((one, other) => one.top - other.top);
  let end = view.top;
  for (const { top, bottom } of covered) {
    if (top - end > 64) return true;
    end = Math.max(end, bottom);
  }
  return view.bottom - end > 64;
}
