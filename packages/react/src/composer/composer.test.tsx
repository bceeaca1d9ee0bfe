import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { brokenRules } from '../testing/axe.js';
import { Composer, type ComposerProps } from './composer.js';

const onSend = vi.fn((_text: string) => true);
const onTyping = vi.fn();
const box = page.getByRole('textbox', { name: 'Message' });
const send = page.getByRole('button', { name: 'Send' });

function Kept({ text: initial = '', ...props }: Partial<ComposerProps>) {
  const [text, setText] = useState(initial);
  return (
    <div className="baton">
      <Composer text={text} onTextChange={setText} onSend={onSend} onTyping={onTyping} {...props} />
    </div>
  );
}

beforeEach(() => {
  onSend.mockClear();
  onSend.mockReturnValue(true);
  onTyping.mockClear();
});

describe('the composer', () => {
  it('sends by Enter, without blanks around, and is empty and focused after it', async () => {
    await render(<Kept />);
    await userEvent.fill(box, '  Hello  ');
    await userEvent.keyboard('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello');
    await expect.element(box).toHaveValue('');
    await expect.element(box).toHaveFocus();
  });

  it('sends by its button', async () => {
    await render(<Kept text="Hello" />);
    await userEvent.click(send);
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello');
  });

  it('breaks the line by Shift+Enter', async () => {
    await render(<Kept />);
    await userEvent.click(box);
    await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
    expect(onSend).not.toHaveBeenCalled();
    await expect.element(box).toHaveValue('one\ntwo');
  });

  it('leaves the Enter that ends a word of an input method alone', async () => {
    await render(<Kept text="こんにちは" />);
    const element = box.element();
    for (const init of [{ isComposing: true }, { keyCode: 229 }])
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
      );
    expect(onSend).not.toHaveBeenCalled();
    await expect.element(box).toHaveValue('こんにちは');
  });

  it('sends nothing where nothing is written', async () => {
    await render(<Kept text={' \n '} />);
    await userEvent.click(box);
    await userEvent.keyboard('{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    await expect.element(send).toHaveAttribute('aria-disabled', 'true');
  });

  it('keeps a text that was not taken', async () => {
    onSend.mockReturnValue(false);
    await render(<Kept text="Hello" problem="Too many at once." />);
    await userEvent.click(box);
    await userEvent.keyboard('{Enter}');
    await expect.element(box).toHaveValue('Hello');
    await expect.element(box).toHaveAccessibleDescription('Too many at once.');
  });

  it('refuses a text over the limit, says by how much, and keeps it', async () => {
    await render(<Kept maxCharacters={10} />);
    await userEvent.fill(box, 'x'.repeat(12));
    await userEvent.keyboard('{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    await expect.element(box).toHaveValue('x'.repeat(12));
    await expect.element(box).toHaveAttribute('aria-invalid', 'true');
    await expect.element(box).toHaveAccessibleDescription('Too long by 2 characters. Please shorten it.');
    await userEvent.fill(box, 'x'.repeat(10));
    await expect.element(page.getByText('0 left')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('tells that somebody types, and that they stopped', async () => {
    await render(<Kept />);
    await userEvent.fill(box, 'Hel');
    expect(onTyping).toHaveBeenLastCalledWith(true);
    await userEvent.keyboard('{Enter}');
    expect(onTyping).toHaveBeenLastCalledWith(false);
    await userEvent.fill(box, 'a');
    await userEvent.fill(box, '');
    expect(onTyping).toHaveBeenLastCalledWith(false);
  });

  it('grows with its text and shrinks again', async () => {
    await render(<Kept />);
    const height = () => box.element().getBoundingClientRect().height;
    const oneLine = height();
    await userEvent.fill(box, 'a\nb\nc\nd');
    await expect.poll(height).toBeGreaterThan(oneLine * 2);
    await userEvent.fill(box, '\n'.repeat(200));
    await expect.poll(height).toBeLessThanOrEqual(window.innerHeight / 2);
    await userEvent.fill(box, 'a');
    await expect.poll(height).toBe(oneLine);
  });

  it('has the name that its place asks for', async () => {
    await render(<Kept label="Reply" />);
    await expect.element(page.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  });

  it('is clean by rule, also over the limit', async () => {
    const { container } = await render(<Kept maxCharacters={2} text="long" />);
    expect(await brokenRules(container)).toEqual([]);
  });
});
