import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { de } from '../locales/de.js';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget, type ChatWidgetProps } from './chat-widget.js';

let stage: Stage;
const widget = (props: Partial<ChatWidgetProps>) => <ChatWidget client={stage.client} {...props} />;
const root = () => document.querySelector<HTMLElement>('.baton-widget');
const button = (name: string) => page.getByRole('button', { name });
const box = page.getByRole('textbox');

beforeEach(() => {
  sessionStorage.clear();
  stage = createStage();
});
afterEach(() => {
  stage.destroy();
  document.documentElement.lang = 'en';
});

describe('the language of the widget', () => {
  it('is loaded, and the widget is marked with it and laid out by it', async () => {
    await render(widget({ locale: 'ar-EG', defaultOpen: true }));
    await expect.element(button('إغلاق المحادثة')).toBeVisible();
    expect(root()).toMatchObject({ lang: 'ar', dir: 'rtl' });
    const [send, input] = [button('إرسال').element(), box.element()].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(send?.right).toBeLessThan(input?.left ?? 0);
  });

  it('is that of the page where none is given', async () => {
    document.documentElement.lang = 'fr-CA';
    await render(widget({}));
    await expect.element(button('Ouvrir le chat')).toBeVisible();
    expect(root()?.lang).toBe('fr');
  });

  it('is there at once where its texts are given, as English always is', async () => {
    const { rerender } = await render(widget({ locale: de }));
    expect(button('Chat öffnen').query()).not.toBeNull();
    await rerender(widget({ locale: 'en-GB' }));
    expect(button('Open chat').query()).not.toBeNull();
  });

  it('shows no text in another one before it is there', async () => {
    await render(widget({ locale: 'ja', defaultOpen: true }));
    const shown = new Set<string>();
    const watch = new MutationObserver(() => shown.add(root()?.textContent ?? ''));
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    await expect.element(button('担当者と話す')).toBeVisible();
    watch.disconnect();
    expect([...shown].filter((text) => text.includes('Talk to a human'))).toEqual([]);
  });

  it('changes while the visitor writes, and nothing written or focused is lost', async () => {
    const { rerender } = await render(widget({ locale: 'de', defaultOpen: true }));
    await userEvent.fill(box, 'Halb fertig');
    const before = box.element();
    await rerender(widget({ locale: 'he', defaultOpen: true }));
    await expect.element(button('מעבר למענה אנושי')).toBeVisible();
    expect(box.element()).toBe(before);
    await expect.element(box).toHaveFocus();
    await expect.element(box).toHaveValue('Halb fertig');
    expect(root()).toMatchObject({ lang: 'he', dir: 'rtl' });
    await rerender(widget({ locale: 'en', defaultOpen: true }));
    await expect.element(button('Talk to a human')).toBeVisible();
    expect(root()).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  it('gives way to texts of the page’s own', async () => {
    await render(widget({ locale: 'de', labels: { talkToHuman: 'Beratung holen' }, defaultOpen: true }));
    await expect.element(button('Beratung holen')).toBeVisible();
    await expect.element(button('Chat schließen')).toBeVisible();
  });
});
