import { createChatClient, type MemoryRelayOptions, queuePlaceOf } from '@batonchat/core';
import { closeCodes } from '@batonchat/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { visitorLabels } from '../english.js';
import { brokenRules } from '../testing/axe.js';
import { createStage, type Stage, until } from '../testing/stage.js';
import { ChatWidget, type ChatWidgetProps } from './chat-widget.js';

const open = page.getByRole('button', { name: 'Open chat' });
const close = page.getByRole('button', { name: 'Close chat' });
const dialog = page.getByRole('dialog', { name: 'Chat' });
const box = page.getByRole('textbox', { name: 'Message' });
const log = page.getByRole('log');
const talk = page.getByRole('button', { name: 'Talk to a human' });

let stage: Stage;
const show = async (props: Partial<ChatWidgetProps> = {}, options: MemoryRelayOptions = {}) => {
  stage = createStage(options);
  return render(<ChatWidget client={stage.client} {...props} />);
};
const say = async (text: string) => {
  await userEvent.fill(box, text);
  await userEvent.keyboard('{Enter}');
};
const textsOfLog = () =>
  [...log.element().querySelectorAll('[data-seq]')].map(
    (row) => row.querySelector('.baton-bubble, .baton-notice-text')?.textContent,
  );

/** Stands in the log, and is drawn with it. */
const CountedTyping = vi.fn(() => null);
const counted = { TypingIndicator: CountedTyping };

beforeEach(() => sessionStorage.clear());
afterEach(() => stage.destroy());

describe('the panel', () => {
  it('opens by click, focuses the box, and Esc gives the focus back', async () => {
    await show();
    await userEvent.click(open);
    await expect.element(dialog).toBeVisible();
    await expect.element(box).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(open).toHaveFocus();
  });

  it('that was open before a reload is open after it, also where the page had opened it', async () => {
    const before = await show({ isOpen: true });
    await expect.element(dialog).toBeVisible();
    await expect.poll(() => sessionStorage.length).toBe(1);
    await before.unmount();
    await render(<ChatWidget client={stage.client} />);
    await expect.element(dialog).toBeVisible();
  });

  it('opens and closes by keyboard', async () => {
    await show();
    await userEvent.tab();
    await expect.element(open).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(box).toHaveFocus();
    (close.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(open).toHaveFocus();
  });

  it('connects when it is first opened, not before', async () => {
    await show();
    expect(stage.client.store.getState().connection.status).toBe('idle');
    await userEvent.click(open);
    await expect.poll(() => stage.client.store.getState().connection.status).toBe('connected');
  });

  it('is open again after a reload, without taking the focus', async () => {
    const first = await show();
    await userEvent.click(open);
    await expect.element(dialog).toBeVisible();
    await first.unmount();
    stage.destroy();
    await show();
    await expect.element(dialog).toBeVisible();
    await expect.element(box).not.toHaveFocus();
    await userEvent.click(close);
    await expect.element(dialog).not.toBeInTheDocument();
    expect(sessionStorage.length).toBe(0);
  });

  it('does what the page says where the page decides', async () => {
    const onOpenChange = vi.fn();
    const { rerender } = await show({ isOpen: false, onOpenChange });
    await userEvent.click(open);
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(true);
    await expect.element(dialog).not.toBeInTheDocument();
    await rerender(<ChatWidget client={stage.client} isOpen />);
    await expect.element(dialog).toBeVisible();
  });

  it('shows where what came while it was closed begins', async () => {
    await show();
    const id = await stage.claimed();
    await userEvent.click(open);
    await expect.element(box).toBeVisible();
    const seen = () => stage.client.store.getState();
    await expect.poll(() => seen().readSeq).toBe(seen().conversation?.position.seq);
    await userEvent.click(close);
    stage.desk.sendMessage(id, 'Are you still there?');
    await expect.element(page.getByText('1 unread message')).toBeInTheDocument();
    await userEvent.click(open);
    const news = log.getByText('New', { exact: true });
    await expect.element(news).toBeVisible();
    expect(news.element().closest('.baton-item')?.textContent).toContain('Are you still there?');
    await say('Yes');
    await expect.element(news).not.toBeInTheDocument();
  });

  it('keeps a draft when it is closed', async () => {
    await show();
    await userEvent.click(open);
    await userEvent.fill(box, 'Not finished');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(open);
    await expect.element(box).toHaveValue('Not finished');
  });

  it('wakes the log for no key that is pressed', async () => {
    await show({ defaultOpen: true, slots: counted });
    await until(stage.client.store, ({ conversation, readSeq }) => conversation?.position.seq === readSeq);
    CountedTyping.mockClear();
    await userEvent.type(box, 'abc');
    await expect.element(box).toHaveValue('abc');
    expect(CountedTyping).not.toHaveBeenCalled();
  });

  it('keeps the keyboard when the button that was pressed goes away', async () => {
    await show();
    await userEvent.click(open);
    await stage.begun();
    await userEvent.click(talk);
    await expect.element(talk).not.toBeInTheDocument();
    await expect.element(dialog).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(open).toHaveFocus();
  });

  it('has one control to a name, in every status', async () => {
    await show({ defaultOpen: true });
    const names = () =>
      [...document.querySelectorAll('button, textarea, input')].map(
        (each) => each.ariaLabel ?? each.textContent,
      );
    await stage.begun();
    expect(new Set(names()).size).toBe(names().length);
    await stage.claimed();
    await expect.element(page.getByRole('button', { name: 'End conversation' })).toBeVisible();
    expect(new Set(names()).size).toBe(names().length);
  });

  it('wears the theme and the words it is given', async () => {
    const { container } = await show({ theme: 'dark', labels: { openChat: 'Hilfe öffnen' } });
    expect(container.querySelector('.baton')?.getAttribute('data-theme')).toBe('dark');
    await expect.element(page.getByRole('button', { name: 'Hilfe öffnen' })).toBeVisible();
  });

  it('takes as much room as the page says', async () => {
    const { container } = await show({ defaultOpen: true });
    await expect.element(log.getByText('Ask me anything', { exact: false })).toBeVisible();
    const paddingOf = (part: string) =>
      [...container.querySelectorAll(part)].map((each) =>
        Number.parseFloat(getComputedStyle(each).paddingInlineEnd),
      );
    const roomy = ['.baton-bubble', '.baton-item', '.baton-composer'].flatMap(paddingOf);
    document.documentElement.style.setProperty('--baton-space', '0.5');
    const dense = ['.baton-bubble', '.baton-item', '.baton-composer'].flatMap(paddingOf);
    document.documentElement.style.removeProperty('--baton-space');
    expect(dense).toEqual(roomy.map((px) => px / 2));
  });

  it('is clean by rule in both themes, while waiting and with an agent', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const shown = await show({ defaultOpen: true, theme });
      await stage.requested();
      await expect.element(page.getByText('Waiting for a human')).toBeVisible();
      const isStill = () =>
        shown.container
          .getAnimations({ subtree: true })
          .every((each) => each.effect?.getTiming().iterations === Number.POSITIVE_INFINITY);
      await expect.poll(isStill).toBe(true);
      expect(await brokenRules(shown.container)).toEqual([]);
      await stage.claimed();
      await expect.element(log.getByText('Ada Byron joined')).toBeVisible();
      expect(await brokenRules(shown.container)).toEqual([]);
      await shown.unmount();
      stage.destroy();
    }
  });
});

describe('a small screen', () => {
  afterEach(() => page.viewport(900, 720));

  // 640 x 400 is a laptop's window at 200 % zoom.
  it.each([
    [390, 844],
    [320, 480],
    [640, 400],
  ])('of %i x %i is filled by the panel, with every control in reach', async (width, height) => {
    await page.viewport(width, height);
    await show({ defaultOpen: true });
    await stage.requested();
    stage.relay.endHandoffs('nobody-available');
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toBeVisible();
    const inView = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= 0 && right <= width + 0.5 && top >= 0 && bottom <= height + 0.5;
    };
    await expect.poll(() => dialog.element().getBoundingClientRect().width).toBe(width);
    await expect
      .poll(() => [dialog, box, close, talk].map((each) => inView(each.element())))
      .toEqual([true, true, true, true]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.click(close);
    await expect.element(open).toBeVisible();
  });
});

it('mirrors for scripts that run from right to left', async () => {
  await show({ defaultOpen: true, locale: { tag: 'en', dir: 'rtl', visitorLabels } });
  await stage.begun();
  await expect.poll(() => close.element().getBoundingClientRect().left).toBeLessThan(60);
  expect(dialog.element().getBoundingClientRect().left).toBeLessThan(60);
  await say('Hello');
  await expect.element(log.getByText('Hello')).toBeVisible();
  const side = (text: string) => log.getByText(text, { exact: false }).element().getBoundingClientRect().left;
  expect(side('Hello')).toBeLessThan(side('Ask me anything') + 100);
});

describe('a handoff', () => {
  it('is shown at once, before the relay knows, and neither flickers nor doubles when it does', async () => {
    await show({ defaultOpen: true });
    await stage.begun();
    stage.relay.setLatency(300);
    await say('talk to a human');
    await expect.element(log.getByText('Connecting you with a human...')).toBeVisible();
    expect(stage.client.store.getState().conversation?.state.handoff).toBeNull();
    const line = log.getByText('Connecting you with a human...').element();
    await until(stage.client.store, ({ conversation }) => conversation?.state.handoff?.status === 'pending');
    await expect.element(page.getByText('Waiting for a human')).toBeVisible();
    expect(log.getByText('Connecting you with a human...').element()).toBe(line);
    expect(line.closest('[data-author="system"]')?.getAttribute('data-seq')).toBe('4');
  });

  it('goes from the bot to Ada and back, no text twice in the log', async () => {
    const onHandoffChange = vi.fn();
    await show({ defaultOpen: true, onHandoffChange });
    await stage.begun();
    await userEvent.click(talk);
    const id = await stage.claimed();
    await expect.element(page.getByRole('heading', { name: 'Ada Byron' })).toBeVisible();
    await expect.element(talk).not.toBeInTheDocument();
    stage.desk.sendMessage(id, 'Hi, Ada here.');
    await expect.element(log.getByText('Hi, Ada here.')).toBeVisible();
    await say('Hello Ada');
    await until(stage.client.store, ({ outbox }) => outbox.length === 0);
    stage.desk.resolve(id);
    const end = 'Ada Byron ended the conversation. You are back with the assistant.';
    await expect.element(log.getByText(end)).toBeVisible();
    await expect.element(talk).toBeVisible();
    expect(textsOfLog()).toEqual([
      'Hi! Ask me anything about your bag, your order or a return.',
      'Connecting you with a human...',
      'Ada Byron joined',
      'Hi, Ada here.',
      'Hello Ada',
      end,
    ]);
    expect(onHandoffChange.mock.calls.map(([handoff]) => handoff?.status)).toEqual([
      'pending',
      'active',
      'resolved',
    ]);
  });

  it('counts the waiting by the relay’s clock, whatever the device’s says', async () => {
    await show({ defaultOpen: true }, { now: () => Date.now() - 3_600_000 });
    await stage.requested();
    await expect.element(page.getByRole('timer')).toHaveTextContent(/^0:0\d$/);
  });

  it('says where the visitor stands among those who wait', async () => {
    stage = createStage();
    const before = createChatClient({ transport: stage.relay.visitorTransport() });
    before.connect();
    before.requestHandoff();
    await until(before.store, (state) => queuePlaceOf(state)?.position === 1);
    await render(<ChatWidget client={stage.client} defaultOpen />);
    await stage.requested();
    await expect.element(page.getByText('You are number 2 in line')).toBeVisible();
    before.endHandoff();
    await expect.element(page.getByText('You are next')).toBeVisible();
    before.destroy();
  });

  it('shows who types, and lets nobody type for ever', async () => {
    await show({ defaultOpen: true });
    const id = await stage.claimed();
    stage.desk.setTyping(id, true);
    const typing = page.getByText('Ada Byron is typing');
    await expect.element(typing).toBeVisible();
    stage.desk.sendMessage(id, 'There.');
    await expect.element(log.getByText('There.')).toBeVisible();
    await expect.element(typing).not.toBeInTheDocument();
  });

  it('takes contact details while the visitor waits, and again where the relay refused them', async () => {
    await show({ defaultOpen: true });
    await stage.requested();
    await userEvent.click(page.getByRole('button', { name: 'Leave your details' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Email' }), 'jo@example.com');
    stage.relay.refuseNext('invalid', 'Not today.');
    await userEvent.click(page.getByRole('button', { name: 'Save my details' }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That failed.');
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('jo@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Save my details' }));
    await expect.element(log.getByText('Thanks. We can reach you at jo@example.com.')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).not.toBeInTheDocument();
    expect(stage.client.store.getState().outbox).toEqual([]);
  });

  it('shows the details that were refused because the handoff went on, until they are discarded', async () => {
    await show({ defaultOpen: true });
    await stage.requested();
    await userEvent.click(page.getByRole('button', { name: 'Leave your details' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Email' }), 'jo@example.com');
    stage.relay.refuseNext('no-form', 'No contact form is open.');
    await userEvent.click(page.getByRole('button', { name: 'Save my details' }));
    await stage.claimed();
    await expect.element(page.getByRole('heading', { name: 'Ada Byron' })).toBeVisible();
    await expect.element(page.getByRole('alert')).toHaveTextContent('is no longer asked');
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('jo@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Discard' }));
    await expect.element(page.getByRole('textbox', { name: 'Email' })).not.toBeInTheDocument();
  });

  it('lets the visitor stop waiting and leave details in one press', async () => {
    await show({ defaultOpen: true });
    await stage.requested();
    await userEvent.click(page.getByRole('button', { name: 'Leave your details' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Jo');
    await userEvent.click(page.getByRole('button', { name: 'Save and stop waiting' }));
    await expect
      .element(log.getByText('You stopped waiting. You are back with the assistant.'))
      .toBeVisible();
  });
});

describe('what goes wrong', () => {
  it('is said where a message was refused; discarding puts the text back', async () => {
    await show({ defaultOpen: true });
    await stage.begun();
    stage.relay.refuseNext('invalid', 'parts.0.text: This can’t be taken.');
    await say('Hello?');
    await expect.element(log.getByText('This could not be accepted.')).toBeVisible();
    await userEvent.fill(box, 'Something else');
    await userEvent.click(page.getByRole('button', { name: 'Discard' }));
    await expect.element(box).toHaveValue('Something else\nHello?');
    expect(textsOfLog()).toHaveLength(1);
  });

  it('is mended by Retry', async () => {
    await show({ defaultOpen: true }, { bot: async function* () {} });
    await stage.begun();
    stage.relay.refuseNext('invalid');
    await say('Hello?');
    await userEvent.click(page.getByRole('button', { name: 'Retry' }));
    await expect.element(log.getByText('Sent')).toBeVisible();
    expect(textsOfLog()).toHaveLength(2);
  });

  it('is said of what was not sent when the connection ended for good, and Retry is offered where it can help', async () => {
    await show({ defaultOpen: true }, { bot: async function* () {} });
    await stage.begun();
    stage.relay.closeAll(closeCodes.tooOld);
    await say('Hello?');
    const failed = log.getByText('Not sent. Chat was updated. Reload the page to go on.');
    await expect.element(failed).toBeVisible();
    await expect.element(log.getByText('Sending')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Retry' })).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Discard' })).toBeVisible();
    stage.client.reconnect();
    await expect.element(log.getByText('Sent', { exact: true })).toBeVisible();

    stage.relay.closeAll(closeCodes.offence);
    await say('And now?');
    await expect.element(log.getByText('Not sent.', { exact: false })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Retry' }));
    await expect.element(log.getByText('Not sent.', { exact: false })).not.toBeInTheDocument();
    await until(stage.client.store, ({ outbox }) => outbox.length === 0);
  });

  it('is told while the connection is down, and what was written goes out after', async () => {
    await show({ defaultOpen: true });
    await stage.begun();
    stage.relay.goOffline();
    await expect.element(page.getByText('Reconnecting…', { exact: false })).toBeVisible();
    await say('Still there?');
    await expect.element(log.getByText('Sending')).toBeVisible();
    stage.relay.goOnline();
    stage.client.reconnect();
    await expect.element(log.getByText('Still there?')).toBeVisible();
    await expect.element(log.getByText('Sending')).not.toBeInTheDocument();
    await expect.element(page.getByText('Reconnecting…', { exact: false })).not.toBeInTheDocument();
  });
});

it('counts what came while the panel was closed', async () => {
  await show();
  await userEvent.click(open);
  const id = await stage.claimed();
  await expect.element(log.getByText('Ada Byron joined')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  stage.desk.sendMessage(id, 'Are you there?');
  await expect.element(page.getByText('1 unread message')).toBeInTheDocument();
  await userEvent.click(open);
  await expect.element(log.getByText('Are you there?')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('1 unread message')).not.toBeInTheDocument();
});
