import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { Composer } from '../composer/composer.js';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget } from './chat-widget.js';
import { ConnectionNotice } from './connection-notice.js';
import { PanelHeader } from './panel-header.js';
import type { Slots } from './slots.js';

const log = page.getByRole('log');

let stage: Stage | undefined;
afterEach(() => stage?.destroy());

const draws: string[] = [];
const drawn = () => new Set(draws.splice(0));

/** The built-in parts, each noting when it is drawn. */
const slots: Partial<Slots> = {
  PanelHeader: (props) => {
    draws.push('header');
    return <PanelHeader {...props} />;
  },
  ConnectionNotice: (props) => {
    draws.push('connection');
    return <ConnectionNotice {...props} />;
  },
  Composer: (props) => {
    draws.push('composer');
    return <Composer {...props} />;
  },
};

it('draws of the panel what changes, and nothing around it', async () => {
  stage = createStage({
    bot: async function* (text) {
      yield { type: 'delta', text: 'I heard ' };
      yield { type: 'delta', text: `"${text}".` };
    },
  });
  await render(<ChatWidget client={stage.client} slots={slots} placement="inline" emoji="always" />);
  await expect.element(page.getByRole('button', { name: 'Attach files' })).toBeVisible();
  await expect.element(page.getByText('Ask me anything', { exact: false })).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Message' });
  drawn();

  await userEvent.type(box, 'Hello');
  expect(drawn()).toEqual(new Set(['composer']));

  await userEvent.keyboard('{Enter}');
  await expect.element(log.getByText('I heard "Hello".')).toBeVisible();
  expect(drawn()).toEqual(new Set(['composer']));

  stage.client.sendMessage('Again');
  await expect.element(log.getByText('I heard "Again".')).toBeVisible();
  expect(drawn()).toEqual(new Set());

  stage.client.requestHandoff();
  await expect.element(page.getByRole('timer')).toBeVisible();
  expect(drawn()).toContain('header');
});
