import type { MessageRow, Row } from '@batonchat/core';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import '../styles.css';
import '../testing/story-frame.css';
import { brokenRules } from '../testing/axe.js';
import {
  ada,
  bot,
  handoffRows,
  manyRows,
  messageRow,
  noticeRow,
  startedAt,
  visitor,
} from '../testing/rows.js';
import { MessageList, type MessageListProps } from './message-list.js';

const log = page.getByRole('log');
const jump = page.getByRole('button', { name: 'Jump to latest' });
const now = () => startedAt;

const listOf = (props: Partial<MessageListProps> & { rows: readonly Row[] }) => (
  <div className="baton story-frame story-frame-tall">
    <MessageList viewer="visitor" now={now} {...props} />
  </div>
);

const scroller = () => log.element();
const distanceToEnd = () => scroller().scrollHeight - scroller().clientHeight - scroller().scrollTop;
const rowsShown = () => [...scroller().querySelectorAll<HTMLElement>('[data-seq]')];
const topOf = (messageId: string) =>
  scroller().querySelector(`[data-message-id="${messageId}"]`)?.getBoundingClientRect().top ?? Number.NaN;
/** The message that stands below the word that what follows is new. */
const belowDivider = () =>
  [...scroller().querySelectorAll<HTMLElement>('.baton-item')]
    .find(({ textContent }) => textContent?.startsWith('New'))
    ?.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId'];
const scrollTo = (top: number) => {
  scroller().scrollTop = top;
};
const isSettledAtEnd = () =>
  expect
    .poll(() => distanceToEnd() <= 1 && (rowsShown().at(-1)?.getBoundingClientRect().height ?? 0) > 0)
    .toBe(true);

/** A change of size while sizes are watched is reported to the whole page, as if it were broken. */
const pageErrors: string[] = [];
beforeAll(() => addEventListener('error', ({ message }) => pageErrors.push(message)));
afterEach(() => expect(pageErrors.splice(0)).toEqual([]));

const drawn: string[] = [];
function CountedMessage({ row }: { row: MessageRow }) {
  drawn.push(row.messageId);
  return <p>{row.messageId}</p>;
}

interface Shown {
  rows: readonly Row[];
  readSeq: number;
}

function SubscribedLog({ store }: { store: StoreApi<Shown> }) {
  drawn.push('log');
  const [onRead] = useState(() => (readSeq: number) => store.setState({ readSeq }));
  return listOf({ rows: useStore(store, ({ rows }) => rows), onRead });
}

describe('rows of the log', () => {
  it('carry seq, author and message id, notices included', async () => {
    await render(listOf({ rows: handoffRows.slice(3, 8) }));
    await expect
      .poll(() => rowsShown().map(({ dataset }) => [dataset['seq'], dataset['author'], dataset['messageId']]))
      .toEqual([
        ['4', 'visitor', 'm4'],
        ['5', 'system', undefined],
        ['6', 'system', undefined],
        ['7', 'agent', 'm7'],
        ['8', 'agent', 'm8'],
      ]);
  });

  it('have no seq while they are on their way', async () => {
    await render(listOf({ rows: [messageRow(1, visitor, 'Hello', { seq: null, delivery: 'sending' })] }));
    await expect.element(log.getByText('Sending')).toBeVisible();
    expect(rowsShown()[0]?.dataset['seq']).toBe('');
  });

  it('show the name, the badge and the face of an agent, never on the bot’s', async () => {
    const named = { ...ada, avatarUrl: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' };
    await render(listOf({ rows: [messageRow(1, bot, 'From the bot'), messageRow(2, named, 'From Ada')] }));
    await expect.poll(() => rowsShown().length).toBe(2);
    const [ofBot, ofAda] = rowsShown();
    expect(ofAda?.textContent).toContain('Ada Byron');
    expect(ofAda?.textContent).toContain('Human');
    expect(ofAda?.querySelector('img')?.getAttribute('src')).toBe(named.avatarUrl);
    expect(ofBot?.textContent).not.toContain('Ada');
    expect(ofBot?.textContent).toContain('Bot');
    expect(ofBot?.querySelector('img')).toBeNull();
  });

  it('name their author each, for those who hear them', async () => {
    await render(listOf({ rows: handoffRows.slice(6, 8) }));
    await expect
      .poll(() => rowsShown().map((row) => row.textContent?.includes('Ada Byron')))
      .toEqual([true, true]);
  });

  it('show how far the newest own message got, and no other', async () => {
    await render(
      listOf({
        rows: [
          messageRow(1, visitor, 'one', { delivery: 'seen' }),
          messageRow(2, bot, 'two'),
          messageRow(3, visitor, 'three', { delivery: 'delivered' }),
        ],
      }),
    );
    await expect.element(log.getByText('Delivered')).toBeVisible();
    expect(scroller().textContent).not.toContain('Seen');
  });

  it('read the same events from the agent’s side with other words, and stand on the other side', async () => {
    await render(listOf({ rows: handoffRows.slice(6, 9), viewer: 'agent' }));
    await expect
      .poll(() => rowsShown().map((row) => row.querySelector('[data-side]')?.getAttribute('data-side')))
      .toEqual(['end', 'end', 'start']);
  });

  it('offer two answers on the offer that stands, and on no older one', async () => {
    const offer = { onAccept: vi.fn(), onDecline: vi.fn() };
    const rows = [
      noticeRow(1, 'handoff-offered', {}, { isLatestHandoff: false }),
      noticeRow(2, 'handoff-offered', {}),
    ];
    const { rerender } = await render(listOf({ rows, offer }));
    await expect.element(page.getByRole('button', { name: 'Yes, connect me' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Not now' }));
    expect(offer.onDecline).toHaveBeenCalledExactlyOnceWith();
    await rerender(listOf({ rows, offer: null }));
    await expect.element(page.getByRole('button', { name: 'Yes, connect me' })).not.toBeInTheDocument();
  });
});

describe('a long log', () => {
  it('opens at its end with a screenful in the document', async () => {
    const onRead = vi.fn();
    await render(listOf({ rows: manyRows(1, 2000), onRead }));
    await expect.element(log.getByText('Message 1999')).toBeVisible();
    await isSettledAtEnd();
    expect(rowsShown().length).toBeLessThan(60);
    await expect.poll(() => onRead.mock.lastCall?.[0]).toBe(2000);
  });

  it('brings every row by scrolling', async () => {
    await render(listOf({ rows: manyRows(1, 300) }));
    await isSettledAtEnd();
    const met = new Set<string>();
    await expect
      .poll(
        () => {
          for (const row of rowsShown()) met.add(row.dataset['seq'] ?? '');
          // On a busy machine a screenful may be drawn later than it is scrolled to.
          const topOf = (element?: Element) => element?.getBoundingClientRect().top ?? 0;
          if (topOf(rowsShown()[0]) <= topOf(scroller())) scrollTo(scroller().scrollTop - 300);
          return scroller().scrollTop === 0 && met.has('1');
        },
        { timeout: 30_000, interval: 20 },
      )
      .toBe(true);
    expect(met.size).toBe(300);
  });

  it('stays at its end when rows come, grow and stream', async () => {
    const rows = manyRows(1, 40);
    const { rerender } = await render(listOf({ rows }));
    await isSettledAtEnd();
    await rerender(listOf({ rows: [...rows, messageRow(41, bot, 'A new one')] }));
    await expect.element(log.getByText('A new one')).toBeVisible();
    await isSettledAtEnd();
    for (let words = 1; words < 60; words += 10) {
      const draft = messageRow(42, bot, 'word '.repeat(words * 3), { seq: null, isStreaming: true });
      await rerender(listOf({ rows: [...rows, draft] }));
      await isSettledAtEnd();
    }
    await expect.element(jump).not.toBeInTheDocument();
  });

  it('stays at its end when its footer and its own size change', async () => {
    const rows = manyRows(1, 40);
    const { rerender, container } = await render(listOf({ rows }));
    await isSettledAtEnd();
    await rerender(listOf({ rows, footer: <p>Somebody is typing, over two lines or more.</p> }));
    await isSettledAtEnd();
    const frame = container.querySelector<HTMLElement>('.story-frame');
    if (frame) frame.style.height = '300px';
    await expect.poll(() => scroller().clientHeight).toBeLessThan(301);
    await isSettledAtEnd();
  });

  it('lets a reader go up from the end by little, and is at the end again when they come back near it', async () => {
    await render(listOf({ rows: manyRows(1, 100) }));
    await isSettledAtEnd();
    /** A hand pushes on: what meets the list in the moment in which it fetches rows is not all of it. */
    const push = async (toEnd: number) => {
      scrollTo(scroller().scrollTop + distanceToEnd() - toEnd);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return Math.round(distanceToEnd());
    };
    for (let step = 1; step <= 8; step += 1) await expect.poll(() => push(5 * step)).toBe(5 * step);
    scrollTo(scroller().scrollTop + 10);
    await isSettledAtEnd();
  });

  it('leaves a reader who scrolled up where they are, and says what came', async () => {
    const rows = manyRows(1, 100);
    const { rerender } = await render(listOf({ rows }));
    await isSettledAtEnd();
    scrollTo(scroller().scrollTop - 900);
    await expect.element(jump).toBeVisible();
    const first = rowsShown().find(
      (row) => row.getBoundingClientRect().top > scroller().getBoundingClientRect().top + 60,
    );
    const id = first?.dataset['messageId'] ?? '';
    await expect.poll(() => topOf(id)).toBeGreaterThan(0);
    const before = topOf(id);
    await rerender(listOf({ rows: [...rows, messageRow(101, bot, 'one'), messageRow(102, ada, 'two')] }));
    await expect.element(page.getByRole('button', { name: '2 new messages' })).toBeVisible();
    expect(Math.abs(topOf(id) - before)).toBeLessThan(2);
    await userEvent.click(page.getByRole('button', { name: '2 new messages' }));
    await isSettledAtEnd();
    await expect.element(log.getByText('two', { exact: true })).toBeVisible();
  });

  it('lets the reader go who has moved, though nobody was told of it yet', async () => {
    const rows = manyRows(1, 100);
    const { rerender } = await render(listOf({ rows, onRead: () => {} }));
    await isSettledAtEnd();
    scrollTo(400);
    await rerender(listOf({ rows, onRead: () => {} }));
    await expect.element(jump).toBeVisible();
    expect(distanceToEnd()).toBeGreaterThan(1000);
    await jump.click();
    await isSettledAtEnd();
    scrollTo(scroller().scrollTop - 40);
    await expect.element(jump).toBeVisible();
    scrollTo(scroller().scrollTop + 10);
    await rerender(listOf({ rows, onRead: () => {} }));
    await isSettledAtEnd();
  });

  it('goes to the end when the reader sends, wherever they were', async () => {
    const rows = manyRows(1, 100);
    const { rerender } = await render(listOf({ rows }));
    await isSettledAtEnd();
    scrollTo(400);
    await expect.element(jump).toBeVisible();
    const mine = messageRow(101, visitor, 'Mine', { seq: null, delivery: 'sending' });
    await rerender(listOf({ rows: [...rows, mine] }));
    await expect.element(log.getByText('Mine')).toBeVisible();
    await isSettledAtEnd();
  });

  it('goes to the end also when what was sent asks for a human', async () => {
    const rows = manyRows(1, 100);
    const { rerender } = await render(listOf({ rows }));
    await isSettledAtEnd();
    scrollTo(400);
    await expect.element(jump).toBeVisible();
    const asked = messageRow(101, visitor, 'A human, please', { seq: null, delivery: 'sending' });
    const request = noticeRow(
      102,
      'handoff-requested',
      { status: 'pending', by: 'visitor' },
      { seq: null, delivery: 'sending' },
    );
    await rerender(listOf({ rows: [...rows, asked, request] }));
    await expect.element(log.getByText('A human, please')).toBeVisible();
    await isSettledAtEnd();
  });

  it('asks for older rows near its top and keeps the place when they come', async () => {
    const onLoadOlder = vi.fn();
    const rows = manyRows(51, 150);
    const { rerender } = await render(listOf({ rows, hasOlder: true, onLoadOlder }));
    await isSettledAtEnd();
    expect(onLoadOlder).not.toHaveBeenCalled();
    scrollTo(0);
    await expect.poll(() => onLoadOlder.mock.calls.length).toBeGreaterThan(0);
    await expect.element(log.getByText('Message 51', { exact: true })).toBeVisible();
    const before = topOf('m51');
    await rerender(listOf({ rows, hasOlder: true, onLoadOlder, isLoadingOlder: true }));
    await expect.element(page.getByText('Loading earlier messages')).toBeVisible();
    onLoadOlder.mockClear();
    await rerender(listOf({ rows: manyRows(1, 150), hasOlder: false, onLoadOlder }));
    await expect.poll(() => Math.abs(topOf('m51') - before)).toBeLessThan(2);
    await expect.poll(() => scroller().scrollTop).toBeGreaterThan(500);
    expect(onLoadOlder).not.toHaveBeenCalled();
  });

  it('asks once where nothing comes, and again when the reader comes back or the connection does', async () => {
    const onLoadOlder = vi.fn();
    const rows = manyRows(51, 150);
    const { rerender } = await render(listOf({ rows, hasOlder: true, onLoadOlder }));
    await isSettledAtEnd();
    scrollTo(0);
    await expect.poll(() => onLoadOlder.mock.calls.length).toBe(1);
    for (const isLoadingOlder of [true, false, true, false])
      await rerender(listOf({ rows, hasOlder: true, onLoadOlder, isLoadingOlder }));
    expect(onLoadOlder).toHaveBeenCalledOnce();
    await rerender(listOf({ rows, hasOlder: true }));
    await rerender(listOf({ rows, hasOlder: true, onLoadOlder }));
    await expect.poll(() => onLoadOlder.mock.calls.length).toBe(2);
    scrollTo(2000);
    await expect.poll(() => rowsShown().some(({ dataset }) => dataset['seq'] === '51')).toBe(false);
    scrollTo(0);
    await expect.poll(() => onLoadOlder.mock.calls.length).toBe(3);
  });

  it('asks for older rows by itself where the newest fill no screen', async () => {
    const onLoadOlder = vi.fn();
    await render(listOf({ rows: manyRows(51, 52), hasOlder: true, onLoadOlder }));
    await expect.poll(() => onLoadOlder.mock.calls.length).toBeGreaterThan(0);
  });

  it('counts as read what was on the screen, no more', async () => {
    const onRead = vi.fn();
    const rows = manyRows(1, 100);
    const { rerender } = await render(listOf({ rows, onRead }));
    await expect.poll(() => onRead.mock.lastCall?.[0]).toBe(100);
    await isSettledAtEnd();
    scrollTo(scroller().scrollTop - 900);
    await expect.element(jump).toBeVisible();
    await rerender(listOf({ rows: [...rows, messageRow(101, bot, 'unread')], onRead }));
    await expect.element(page.getByRole('button', { name: '1 new message' })).toBeVisible();
    expect(onRead.mock.lastCall?.[0]).toBe(100);
    await userEvent.click(page.getByRole('button', { name: '1 new message' }));
    await expect.poll(() => onRead.mock.lastCall?.[0]).toBe(101);
  });

  it('marks what came before the log was shown, until the reader says something', async () => {
    const rows = [...manyRows(1, 40), messageRow(41, ada, 'one'), messageRow(42, ada, 'two')];
    const { rerender } = await render(listOf({ rows, readSeq: 40 }));
    await isSettledAtEnd();
    expect(belowDivider()).toBe('m41');
    await rerender(listOf({ rows: [...rows, messageRow(43, visitor, 'three')], readSeq: 40 }));
    await expect.poll(belowDivider).toBeUndefined();
  });

  it('marks what came while the reader was elsewhere in the log, and keeps the line that they read', async () => {
    const rows = manyRows(1, 100);
    const { rerender } = await render(listOf({ rows }));
    await isSettledAtEnd();
    scrollTo(scroller().scrollTop - 900);
    await expect.element(jump).toBeVisible();
    const came = [...rows, messageRow(101, bot, 'one'), messageRow(102, bot, 'two')];
    await rerender(listOf({ rows: came }));
    await userEvent.click(page.getByRole('button', { name: '2 new messages' }));
    await isSettledAtEnd();
    expect(belowDivider()).toBe('m101');
    await rerender(listOf({ rows: [...came, messageRow(103, bot, 'three')] }));
    await expect.element(log.getByText('three', { exact: true })).toBeVisible();
    expect(belowDivider()).toBe('m101');
  });

  it('marks what came while the page was hidden', async () => {
    const rows = manyRows(1, 30);
    const { rerender } = await render(listOf({ rows }));
    await isSettledAtEnd();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await rerender(listOf({ rows }));
    const came = [...rows, messageRow(31, bot, 'one')];
    await rerender(listOf({ rows: came }));
    visibility.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(belowDivider).toBe('m31');
    await isSettledAtEnd();
  });

  it('tells what is read once it is drawn: whoever shows the log does not draw it again', async () => {
    const store = createStore(() => ({ rows: manyRows(1, 30), readSeq: 0 }));
    await render(<SubscribedLog store={store} />);
    await expect.poll(() => store.getState().readSeq).toBe(30);
    await isSettledAtEnd();
    drawn.length = 0;
    store.setState(({ rows }) => ({ rows: [...rows, messageRow(31, bot, 'One more')] }));
    await expect.poll(() => store.getState().readSeq).toBe(31);
    expect(drawn).toEqual(['log']);
  });

  it('draws what comes to its end, and nothing else, once', async () => {
    const renderers = { Message: CountedMessage };
    const rows = manyRows(1, 2000);
    const { rerender } = await render(listOf({ rows, renderers }));
    await isSettledAtEnd();
    const isAround = () =>
      (rowsShown()[0]?.getBoundingClientRect().top ?? 0) < scroller().getBoundingClientRect().top - 150;
    await expect.poll(isAround).toBe(true);
    const before = rowsShown();
    const changes: MutationRecord[] = [];
    const watch = new MutationObserver((records) => changes.push(...records));
    watch.observe(scroller(), { childList: true, subtree: true });
    drawn.length = 0;
    await rerender(listOf({ rows: [...rows, messageRow(2001, bot, 'new')], renderers }));
    await expect.element(log.getByText('m2001')).toBeVisible();
    await isSettledAtEnd();
    watch.disconnect();
    // The row before may have lost its place as the last of a run.
    expect(drawn.filter((id) => id !== 'm2000')).toEqual(['m2001']);
    expect(changes.flatMap(({ addedNodes }) => [...addedNodes])).toHaveLength(1);
    expect(rowsShown().slice(0, before.length)).toEqual(before);
  });

  it('keeps the line that is read while a row above it finds its height', async () => {
    const rows = manyRows(1, 200);
    await render(listOf({ rows }));
    await isSettledAtEnd();
    scrollTo(scroller().scrollTop - 900);
    await expect.element(jump).toBeVisible();
    const firstInView = () => {
      const edge = scroller().getBoundingClientRect().top;
      return rowsShown().findIndex((row) => row.getBoundingClientRect().bottom > edge);
    };
    await expect.poll(firstInView).toBeGreaterThan(0);
    const first = firstInView();
    const [hidden, read] = [rowsShown()[first - 1]?.parentElement, rowsShown()[first + 1]];
    const before = read?.getBoundingClientRect().top ?? 0;
    const heightBefore = scroller().scrollHeight;
    if (hidden) hidden.style.paddingBottom = '150px';
    expect(scroller().scrollHeight).toBeGreaterThan(heightBefore + 100);
    await expect.poll(() => Math.abs((read?.getBoundingClientRect().top ?? 0) - before)).toBeLessThan(2);
  });

  it('wakes only the row that changed', async () => {
    const renderers = { Message: CountedMessage };
    const rows = manyRows(1, 8);
    const { rerender } = await render(listOf({ rows, renderers }));
    await expect.poll(() => rowsShown().length).toBe(8);
    drawn.length = 0;
    await rerender(listOf({ rows: [...rows.slice(0, 7), messageRow(8, bot, 'another text')], renderers }));
    await expect.poll(() => drawn).toEqual(['m8']);
  });
});

it('the list is clean by rule', async () => {
  const { container } = await render(listOf({ rows: handoffRows }));
  await isSettledAtEnd();
  expect(await brokenRules(container)).toEqual([]);
});
