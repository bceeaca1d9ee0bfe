import { afterEach, beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { useTitleBadge } from './use-title-badge.js';

function Badge({ count }: { count: number }) {
  useTitleBadge(count);
  return null;
}

beforeEach(() => {
  document.title = 'A shop';
});
afterEach(() => {
  document.title = '';
});

it.each([
  ['who came first goes first', [0, 1]],
  ['who came last goes first', [1, 0]],
])('two chats on a page have one count, and leave the title as it was: %s', async (_, order) => {
  const chats = [await render(<Badge count={1} />), await render(<Badge count={2} />)];
  await expect.poll(() => document.title).toBe('(3) A shop');
  const [first, second] = order.map((index) => chats[index]);
  await first?.unmount();
  await expect.poll(() => document.title).toMatch(/^\([12]\) A shop$/);
  await second?.unmount();
  await expect.poll(() => document.title).toBe('A shop');
});

it('a page that sets another title meanwhile keeps it', async () => {
  const { rerender } = await render(<Badge count={1} />);
  document.title = 'Another page';
  await rerender(<Badge count={2} />);
  await expect.poll(() => document.title).toBe('(2) Another page');
  document.title = 'A third';
  await rerender(<Badge count={0} />);
  await expect.poll(() => document.title).toBe('A third');
});
