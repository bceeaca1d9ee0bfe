import '../console.css';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { brokenRules } from '../../../../packages/react/src/testing/axe.js';
import type { Session, SessionAnswer, SessionClient } from './session.js';
import { SignInScreen } from './sign-in-screen.js';

const session: Session = { agentId: 'ada', name: 'Ada', email: 'ada@demo.example' };
const email = page.getByRole('textbox', { name: 'Email', exact: true });
const password = page.getByLabelText('Password', { exact: true });
const button = page.getByRole('button', { name: 'Sign in', exact: true });

/** Sign-in that answers in turn, and notes what it was asked. */
function scripted(...answers: SessionAnswer[]) {
  const asked: string[][] = [];
  const sessions: SessionClient = {
    read: async () => ({ refusal: { kind: 'signed-out' } }),
    async signIn(...credentials) {
      asked.push(credentials);
      return answers.shift() ?? { refusal: { kind: 'unreachable' } };
    },
    signOut: async () => true,
  };
  return { sessions, asked };
}

it('signs in with Enter, the blanks around the address taken away', async () => {
  const signedIn: Session[] = [];
  const { sessions, asked } = scripted({ session });
  await render(<SignInScreen sessions={sessions} onSignedIn={(who) => signedIn.push(who)} />);
  await email.fill(' ada@demo.example ');
  await password.fill('secret words ');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => signedIn).toEqual([session]);
  expect(asked).toEqual([['ada@demo.example', 'secret words ']]);
});

it('says what is missing beside the field, focuses it, and asks the relay nothing', async () => {
  const { sessions, asked } = scripted();
  await render(<SignInScreen sessions={sessions} onSignedIn={() => undefined} />);
  await button.click();
  await expect.element(email).toHaveFocus();
  await expect.element(email).toHaveAccessibleDescription('Enter your email address.');
  await email.fill('ada');
  await button.click();
  await expect.element(email).toHaveAccessibleDescription(/needs an @/);
  await email.fill('ada@demo.example');
  await button.click();
  await expect.element(password).toHaveFocus();
  expect(asked).toEqual([]);
});

it('tells a wrong password from a relay that cannot be reached, and keeps what was typed', async () => {
  const { sessions } = scripted(
    { refusal: { kind: 'wrong-credentials' } },
    { refusal: { kind: 'unreachable' } },
  );
  await render(<SignInScreen sessions={sessions} onSignedIn={() => undefined} />);
  await email.fill('ada@demo.example');
  await password.fill('wrong');
  await button.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('do not match');
  await expect.element(password).toHaveFocus();
  await expect.element(email).toHaveValue('ada@demo.example');
  await button.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('cannot be reached');
});

it('has no fault that axe can find', async () => {
  const { container } = await render(
    <SignInScreen
      sessions={scripted().sessions}
      notice="Your session is over."
      onSignedIn={() => undefined}
    />,
  );
  await button.click();
  expect(await brokenRules(container)).toEqual([]);
});
