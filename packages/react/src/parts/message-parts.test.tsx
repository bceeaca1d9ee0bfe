import type { AgentPart, Part } from '@batonchat/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import '../testing/story-frame.css';
import { visitorLabels } from '../english.js';
import { agentLabels } from '../english-for-agents.js';
import { MessageList } from '../message-list/message-list.js';
import { brokenRules } from '../testing/axe.js';
import { bot, messageRow } from '../testing/rows.js';
import { createStage, type Stage, until } from '../testing/stage.js';
import { ChatWidget } from '../widget/chat-widget.js';
import { MessageParts } from './message-parts.js';
import { PartsProvider } from './parts-provider.js';

const colours: AgentPart = {
  type: 'choices',
  prompt: 'Which colour?',
  choices: [
    { id: 'red', label: 'Red' },
    { id: 'blue', label: 'Blue' },
  ],
};
const details: AgentPart = {
  type: 'form',
  title: 'Your details',
  fields: [{ id: 'email', label: 'Email', kind: 'email', isRequired: true, autocomplete: 'email' }],
};

let stage: Stage | undefined;
afterEach(() => stage?.destroy());

async function greetedBy(...greeting: AgentPart[]) {
  stage = createStage({ greeting });
  await render(<ChatWidget client={stage.client} placement="inline" />);
  return stage;
}
const bubbles = () =>
  [...page.getByRole('log').element().querySelectorAll('.baton-bubble')].map((each) => each.textContent);

describe('a question in the widget', () => {
  it('is answered by a press, which shows at once as said by the visitor', async () => {
    const { client } = await greetedBy({ type: 'text', text: 'Hello!' }, colours);
    await userEvent.click(page.getByRole('button', { name: 'Blue' }));
    await expect.element(page.getByRole('button', { name: 'Red' })).not.toBeInTheDocument();
    await expect.poll(bubbles).toContain('Blue');
    await until(client.store, ({ conversation }) => conversation?.state.questions === undefined);
  });

  it('keeps the keyboard inside the panel when its buttons go', async () => {
    await greetedBy(colours);
    const red = page.getByRole('button', { name: 'Red' });
    await expect.element(red).toBeVisible();
    (red.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(red).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.closest('[role="dialog"]') !== null).toBe(true);
  });

  it('is over when the visitor writes instead', async () => {
    await greetedBy(colours);
    await expect.element(page.getByRole('button', { name: 'Red' })).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), 'Neither.');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Red' })).not.toBeInTheDocument();
  });

  it('keeps what was typed into a form that does not go out, and takes it again', async () => {
    const { relay, client } = await greetedBy(details);
    const email = page.getByRole('textbox', { name: 'Email' });
    await userEvent.fill(email, 'jo@example.com');
    relay.refuseNext('invalid', 'Not now.');
    await userEvent.click(page.getByRole('button', { name: 'Submit' }));
    await userEvent.click(page.getByRole('button', { name: 'Discard' }));
    await expect.element(email).toHaveValue('jo@example.com');
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
    await userEvent.click(page.getByRole('button', { name: 'Submit' }));
    await until(client.store, ({ conversation }) => conversation?.state.questions === undefined);
    await expect.element(page.getByText('Answered')).toBeVisible();
  });
});

describe('a part', () => {
  const shown = async (parts: readonly Part[], slots = {}) =>
    (
      await render(
        <PartsProvider slots={slots}>
          <MessageParts row={messageRow(1, bot, '', { parts })} labels={visitorLabels} />
        </PartsProvider>,
      )
    ).container;

  it('that is not known shows a quiet line, and what stands beside it shows all the same', async () => {
    const parts = [{ type: 'text', text: 'Hi' }, { type: 'hologram' }, colours] as unknown as Part[];
    const box = await shown(parts);
    await expect.poll(() => box.textContent).toContain('Red');
    expect(box.textContent).toContain(visitorLabels.unknownPart);
    expect(box.textContent).toContain('Hi');
  });

  it('is replaced by the page’s own component', async () => {
    const Choices = vi.fn(() => <p>Mine</p>);
    const box = await shown([colours], { Choices });
    await expect.poll(() => box.textContent).toBe('Mine');
    expect((Choices.mock.calls as unknown[][])[0]?.[0]).toMatchObject({
      part: colours,
      isAsking: false,
      chosen: null,
    });
  });

  it('waits with its fellows for styles that the page has to bring first', async () => {
    let bring = () => {};
    const prepare = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          bring = resolve;
        }),
    );
    const { container } = await render(
      <PartsProvider prepare={prepare}>
        <MessageParts row={messageRow(1, bot, '', { parts: [colours] })} labels={visitorLabels} />
      </PartsProvider>,
    );
    await expect.poll(() => prepare.mock.calls).toHaveLength(1);
    expect(container.querySelector('.baton-part-loading')).not.toBeNull();
    bring();
    await expect.poll(() => container.textContent).toContain('Red');
  });

  it('shows as words where what it needs does not come', async () => {
    const { container } = await render(
      <PartsProvider prepare={() => Promise.reject(new Error('No network.'))}>
        <MessageParts row={messageRow(1, bot, '', { parts: [colours] })} labels={visitorLabels} />
      </PartsProvider>,
    );
    await expect.poll(() => container.textContent).toBe('Which colour?\n- Red\n- Blue');
  });
});

it('an agent sees what is asked, has nothing to press, and breaks no rule in either theme', async () => {
  const rows = [
    messageRow(1, bot, '', { parts: [colours], isAsking: true }),
    messageRow(2, bot, '', { parts: [details], isAsking: true }),
    messageRow(3, bot, '', {
      parts: [{ type: 'rating', scale: 5, kind: 'faces', hasComment: true }],
      isAsking: true,
    }),
  ];
  for (const theme of ['light', 'dark']) {
    const { container, unmount } = await render(
      <div className="baton story-frame story-frame-tall" data-theme={theme}>
        <MessageList rows={rows} viewer="agent" labels={agentLabels} />
      </div>,
    );
    await expect.poll(() => container.textContent).toContain('Waiting for an answer');
    expect(container.querySelectorAll('.baton-row button:not(:disabled)')).toHaveLength(0);
    expect(container.querySelector<HTMLInputElement>('input[type="email"]')?.matches(':disabled')).toBe(true);
    expect(await brokenRules(container)).toEqual([]);
    await unmount();
  }
});
