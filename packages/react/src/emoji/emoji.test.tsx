import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { brokenRules } from '../testing/axe.js';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget, type ChatWidgetProps } from '../widget/chat-widget.js';
import type { EmojiPickerProps } from './emoji-picker.js';
import { columns, groups } from './glyphs.js';

const clip = page.getByRole('button', { name: 'Attach files' });
const button = page.getByRole('button', { name: 'Insert emoji', exact: true });
const picker = page.getByRole('group', { name: 'Insert emoji', exact: true });
const box = page.getByRole('textbox', { name: 'Message', exact: true });
const focused = () => document.activeElement?.textContent;

let stage: Stage;
beforeEach(() => {
  sessionStorage.clear();
  stage = createStage();
});
afterEach(() => {
  vi.restoreAllMocks();
  stage.destroy();
});
const show = async (props: Partial<ChatWidgetProps> = {}) => {
  await render(<ChatWidget client={stage.client} defaultOpen {...props} />);
  await expect.element(box).toBeVisible();
};

it('puts an emoji where the caret is, by keyboard alone, and it can be undone', async () => {
  await show();
  await userEvent.fill(box, 'Hello Ada');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await expect.element(clip).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(clip).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('👍');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
  await expect.element(box).toHaveValue('Hello🎉 Ada');
  await expect.element(box).toHaveFocus();
  await expect.element(picker).not.toBeInTheDocument();
  await userEvent.keyboard('!');
  await expect.element(box).toHaveValue('Hello🎉! Ada');
  document.execCommand('undo');
  document.execCommand('undo');
  await expect.element(box).toHaveValue('Hello Ada');
});

it('is a grid to the arrow keys, Home and End; Escape leads back to the text and leaves the chat open', async () => {
  await show();
  await userEvent.click(button);
  await expect.poll(focused).toBe('👍');
  const walk = async (keys: string, to: string | undefined) => {
    await userEvent.keyboard(keys);
    expect(focused(), keys).toBe(to);
  };
  await walk('{ArrowUp}{ArrowLeft}', groups[0]?.[0]);
  await walk('{End}', groups[0]?.[columns - 1]);
  await walk('{ArrowRight}', groups[1]?.[0]);
  await walk('{ArrowDown}', groups[1]?.[columns]);
  await walk('{End}{ArrowUp}', groups[1]?.[columns - 1]);
  await walk('{ArrowUp}', groups[0]?.[columns - 1]);
  await walk('{Home}', groups[0]?.[0]);
  expect(await brokenRules(picker.element())).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(picker).not.toBeInTheDocument();
  await expect.element(box).toHaveFocus();
  await expect.element(page.getByRole('dialog', { name: 'Chat' })).toBeVisible();
});

it('goes from right to left where the text does', async () => {
  await show({
    locale: { tag: 'en', dir: 'rtl', visitorLabels: (await import('../english.js')).visitorLabels },
  });
  await userEvent.click(button);
  await expect.poll(focused).toBe(groups[0]?.[0]);
  await userEvent.keyboard('{ArrowLeft}');
  expect(focused()).toBe(groups[0]?.[1]);
});

it('goes when something else is pressed, and at a second press of its button', async () => {
  await show();
  await userEvent.click(button);
  await expect.element(picker).toBeVisible();
  await userEvent.click(box);
  await expect.element(picker).not.toBeInTheDocument();
  await userEvent.click(button);
  await expect.element(picker).toBeVisible();
  await userEvent.click(button);
  await expect.element(picker).not.toBeInTheDocument();
  await expect.element(box).toHaveFocus();
});

it('leaves emoji to a phone’s keyboard, unless the page wants them, or none', async () => {
  const { matchMedia } = window;
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    matchMedia.call(window, query === '(pointer: coarse)' ? 'all' : query),
  );
  const attach = page.getByRole('button', { name: 'Attach files', exact: true });
  for (const [emoji, count] of [
    ['auto', 0],
    ['always', 1],
    ['never', 0],
  ] as const) {
    const { unmount } = await render(<ChatWidget client={stage.client} defaultOpen emoji={emoji} />);
    await expect.element(attach).toBeVisible();
    expect(button.elements(), emoji).toHaveLength(count);
    await unmount();
  }
});

const Own = ({ onPick, label }: EmojiPickerProps) => (
  <button type="button" onClick={() => onPick('🦉')}>
    Owl: {label}
  </button>
);

it('can be a picker of the page’s own', async () => {
  await show({ slots: { EmojiPicker: Own } });
  await userEvent.click(button);
  await userEvent.click(page.getByRole('button', { name: 'Owl: Insert emoji' }));
  await expect.element(box).toHaveValue('🦉');
});

it('knows of emoji alone, each once in a group, in full rows', () => {
  for (const group of groups) {
    expect(group.length % columns, group[0]).toBe(0);
    expect(new Set(group).size).toBe(group.length);
    for (const glyph of group) expect(glyph).toMatch(/^\p{Emoji_Presentation}$/u);
  }
});
