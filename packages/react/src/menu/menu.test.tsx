import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { brokenRules } from '../testing/axe.js';
import { createStage, type Stage, until } from '../testing/stage.js';
import { ChatWidget, type ChatWidgetProps } from '../widget/chat-widget.js';

const button = page.getByRole('button', { name: 'Menu', exact: true });
const menu = page.getByRole('menu');
const item = (name: string) => page.getByRole('menuitem', { name });

let stage: Stage;
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  stage = createStage();
});
afterEach(() => stage.destroy());
const show = (props: Partial<ChatWidgetProps> = {}) =>
  render(<ChatWidget client={stage.client} defaultOpen {...props} />);

it('is worked by keyboard alone, and gives the focus back', async () => {
  await show({ locales: ['en', 'de'] });
  await stage.claimed();
  button.element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(item('Save transcript')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(page.getByRole('menuitemradio', { name: 'English' })).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('menuitemradio', { name: 'Deutsch' })).toHaveFocus();
  expect(await brokenRules(menu.element())).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await expect.element(page.getByRole('dialog', { name: 'Chat' })).toBeVisible();
});

it('is given up by Escape while it is still on its way, and the panel stays', async () => {
  await show();
  button.element().focus();
  await userEvent.keyboard('{Enter}{Escape}');
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByRole('dialog', { name: 'Chat' })).toBeVisible();
});

it('goes when something else is pressed', async () => {
  await show();
  await userEvent.click(button);
  await expect.element(menu).toBeVisible();
  await userEvent.click(page.getByRole('textbox', { name: 'Message' }));
  await expect.element(menu).not.toBeInTheDocument();
});

it('offers a language only where there are several; the choice holds after a reload', async () => {
  const first = await show({ locales: ['en'] });
  await userEvent.click(button);
  await expect.element(item('Turn sound off')).toBeVisible();
  expect(page.getByRole('menuitemradio').elements()).toHaveLength(0);
  await first.unmount();

  const second = await show({ locales: ['en', 'de', 'ar'] });
  await userEvent.click(button);
  await expect.element(page.getByRole('menuitemradio', { name: 'English' })).toBeChecked();
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Deutsch' }));
  await expect.element(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
  await second.unmount();
  await show({ locales: ['en', 'de', 'ar'] });
  await expect.element(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
});

it('saves the whole conversation, also what is not loaded yet', async () => {
  await stage.begun();
  for (let count = 0; count < 30; count++) stage.client.sendMessage(`question ${count}`);
  await until(stage.client.store, ({ outbox, typing }) => outbox.length === 0 && typing.length === 0);
  const saved = vi.spyOn(URL, 'createObjectURL');
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await show();
  await userEvent.click(button);
  await userEvent.click(item('Save transcript'));
  await expect.poll(() => clicked).toHaveBeenCalledOnce();
  const text = await new Response(saved.mock.calls[0]?.[0] as Blob).text();
  expect(text).toContain('question 0');
  expect(text).toContain('question 29');
  saved.mockRestore();
  clicked.mockRestore();
});

it('has the way out of a handoff where the header has no room for it', async () => {
  await page.viewport(360, 700);
  await show();
  await stage.claimed();
  await expect.element(page.getByRole('heading', { name: 'Ada Byron' })).toBeVisible();
  expect(page.getByRole('button', { name: 'End conversation' }).elements()).toEqual([]);
  await userEvent.click(button);
  await userEvent.click(item('End conversation'));
  await until(stage.client.store, ({ conversation }) => conversation?.state.handoff?.status === 'resolved');
  await page.viewport(1280, 800);
});

it.each([
  [1280, 'requested'],
  [360, 'requested'],
  [320, 'requested'],
  [1280, 'claimed'],
  [410, 'claimed'],
] as const)('shows the way out in one place at %i px once a human is %s', async (width, status) => {
  await page.viewport(width, 700);
  await show();
  await stage[status]();
  await userEvent.click(button);
  await expect.element(menu).toBeVisible();
  const ways = () => document.querySelectorAll<HTMLElement>('.baton-header-end, [data-kind="danger"]');
  await expect.poll(() => [...ways()].filter((each) => each.checkVisibility())).toHaveLength(1);
  await page.viewport(1280, 800);
});

it('stands in one line with the arrow that closes, however many lines the header has', async () => {
  await page.viewport(360, 700);
  await show();
  await stage.requested();
  const buttons = () => [...document.querySelectorAll('.baton-header button, .baton-launcher')];
  await expect.poll(buttons).toHaveLength(3);
  const apart = () => {
    const middles = buttons().map((each) => {
      const { top, height } = each.getBoundingClientRect();
      return top + height / 2;
    });
    return Math.max(...middles) - Math.min(...middles);
  };
  // The panel comes in by a motion.
  await expect.poll(apart).toBeLessThan(1.5);
  await page.viewport(1280, 800);
});

it('begins a new conversation once something was said, and not while a human is asked for', async () => {
  await show();
  const before = await stage.begun();
  await userEvent.click(button);
  await expect.element(item('Save transcript')).toBeVisible();
  expect(item('New conversation').elements()).toEqual([]);
  await userEvent.keyboard('{Escape}');

  stage.client.sendMessage('Where is my bag?');
  await until(stage.client.store, ({ outbox, typing }) => outbox.length === 0 && typing.length === 0);
  await userEvent.click(button);
  await userEvent.click(item('New conversation'));
  await expect.poll(() => stage.client.store.getState().conversation?.id).not.toBe(before);
  await expect.element(page.getByText('Hi! Ask me anything')).toBeVisible();
  expect(page.getByText('Where is my bag?').elements()).toEqual([]);
  await expect.element(button).toHaveFocus();

  await stage.requested();
  await userEvent.click(button);
  await expect.element(item('Save transcript')).toBeVisible();
  expect(item('New conversation').elements()).toEqual([]);
});
