import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ada, agentOf, bot, messageRow, noticeRow, visitor } from '../testing/rows.js';
import { Announcer } from './announcer.js';

const rows = [messageRow(1, bot, 'Old news')];
const of = (shown: typeof rows | readonly Parameters<typeof Announcer>[0]['rows'][number][]) => (
  <Announcer rows={shown} viewer="visitor" />
);

it('reads out what comes, once, and leaves nothing behind', async () => {
  const { rerender, container } = await render(of(rows));
  expect(container.textContent).toBe('');
  const joined = noticeRow(2, 'handoff-claimed', { agent: agentOf(ada) });
  await rerender(of([...rows, joined]));
  await expect.element(page.getByText('Ada Byron joined')).toBeInTheDocument();
  expect(container.querySelector('[aria-live="polite"]')).not.toBeNull();
  await expect.poll(() => container.textContent).toBe('');
  await rerender(of([...rows, joined, messageRow(3, ada, 'Hi!')]));
  await expect.poll(() => container.textContent).toBe('Ada Byron: Hi!');
});

it('is silent about what the reader said, about drafts, and about older pages', async () => {
  const { rerender, container } = await render(of(rows));
  await rerender(
    of([
      messageRow(0, bot, 'An older page'),
      ...rows,
      messageRow(2, visitor, 'My own'),
      messageRow(3, bot, 'Half a sen', { seq: null, isStreaming: true }),
    ]),
  );
  expect(container.textContent).toBe('');
  await rerender(of([...rows, messageRow(2, visitor, 'My own'), messageRow(3, bot, 'Half a sentence.')]));
  await expect.poll(() => container.textContent).toBe('Halden helper: Half a sentence.');
});

it('reads a request out when it is made, and not again when the relay has it', async () => {
  const { rerender, container } = await render(of(rows));
  const request = (seq: number | null) =>
    noticeRow(2, 'handoff-requested', { status: 'pending', by: 'visitor' }, { seq, key: 'notice:r' });
  await rerender(of([...rows, request(null)]));
  await expect.poll(() => container.textContent).toBe('Connecting you with a human...');
  await expect.poll(() => container.textContent).toBe('');
  await rerender(of([...rows, request(2), messageRow(3, bot, 'next')]));
  await expect.poll(() => container.textContent).toBe('Halden helper: next');
});
