import { createDeskClient } from '@batonchat/core';
import { closeCodes } from '@batonchat/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { App } from './app.js';
import { createSeenMarks } from './queue/seen.js';
import type { SessionAnswer, SessionClient } from './sign-in/session.js';
import { createDeskInMemory, type DeskInMemory } from './testing/desk-in-memory.js';

const session = { agentId: 'ada', name: 'Ada', email: 'ada@demo.example' };
let memory: DeskInMemory;
beforeEach(async () => {
  await page.viewport(1280, 800);
  location.hash = '';
  memory = createDeskInMemory();
});
afterEach(() => memory.destroy());

const pending = () => page.getByRole('tab', { name: /^Pending/ });
const submit = () => page.getByRole('button', { name: 'Sign in', exact: true });

/** The whole console over sign-in answers that a test gives. */
function app(standing: SessionAnswer, { signsOut = true } = {}) {
  const sessions: SessionClient = {
    read: async () => standing,
    signIn: async () => ({ session }),
    signOut: async () => signsOut,
  };
  const createClient = () =>
    createDeskClient({
      transport: memory.relay.deskTransport({ id: 'ada', name: 'Ada' }),
      now: memory.clock.now,
    });
  return (
    <App
      sessions={sessions}
      createClient={createClient}
      clock={memory.clock}
      seen={createSeenMarks(null)}
      alerting={memory.alerting}
    />
  );
}

async function signIn() {
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill('ada@demo.example');
  await page.getByLabelText('Password', { exact: true }).fill('secret');
  await submit().click();
}

it('asks who has no session to sign in, then opens on Pending whatever tab the address names', async () => {
  location.hash = '#/resolved';
  await render(app({ refusal: { kind: 'signed-out' } }));
  await signIn();
  await expect.element(pending()).toHaveAttribute('aria-selected', 'true');
});

it('goes straight to the desk with a session, on the tab that the address names', async () => {
  location.hash = '#/resolved';
  await render(app({ session }));
  await expect.element(page.getByRole('tab', { name: /^Resolved/ })).toHaveAttribute('aria-selected', 'true');
});

it('says why when the relay could not be asked', async () => {
  await render(app({ refusal: { kind: 'unreachable' } }));
  await expect.element(page.getByText(/cannot be reached/)).toBeVisible();
});

it('comes back to the sign-in, with the reason, when the relay ends the session', async () => {
  await render(app({ session }));
  await expect.element(page.getByText('Nobody is waiting')).toBeVisible();
  memory.relay.closeAll(closeCodes.forbidden);
  await expect.element(page.getByText('Your session is over. Sign in again to go on.')).toBeVisible();
  await signIn();
  await expect.element(pending()).toBeVisible();
});

it('signs out from the account menu, and owns up when the relay did not hear of it', async () => {
  await render(app({ session }, { signsOut: false }));
  await page.getByRole('button', { name: 'Account of Ada' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect.element(page.getByText(/could not be told that you signed out/)).toBeVisible();
});
