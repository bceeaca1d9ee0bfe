import { type FormEvent, useRef, useState } from 'react';
import { Logo } from '../logo.js';
import { words } from '../words.js';
import type { Session, SessionClient } from './session.js';
import { SignInField } from './sign-in-field.js';

interface Problems {
  email?: string;
  password?: string;
  form?: string;
}

/** What is wrong with the form as it stands, before anything is asked of the relay. */
function problemsOf(email: string, password: string): Problems {
  return {
    ...(email === ''
      ? { email: words.signIn.emailMissing }
      : /^[^\s@]+@[^\s@]+$/.test(email)
        ? {}
        : { email: words.signIn.emailInvalid }),
    ...(password === '' ? { password: words.signIn.passwordMissing } : {}),
  };
}

/** Email and password. What was typed stays when it is refused; the password field gets the focus then. */
export function SignInScreen(props: {
  sessions: SessionClient;
  /** Why the agent is asked to sign in again, if there is a reason. */
  notice?: string | null;
  onSignedIn(session: Session): void;
}) {
  const { sessions, notice, onSignedIn } = props;
  const [problems, setProblems] = useState<Problems>({});
  const [isSubmitting, setSubmitting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();

  async function signIn(email: string, password: string) {
    setSubmitting(true);
    const answer = await sessions.signIn(email, password);
    setSubmitting(false);
    if ('session' in answer) return onSignedIn(answer.session);
    setProblems({ form: words.signIn.refusal(answer.refusal) });
    focusOn('password');
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSubmitting) return;
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get('email') ?? '').trim();
    const password = String(fields.get('password') ?? '');
    const found = problemsOf(email, password);
    setProblems(found);
    if (found.email) focusOn('email');
    else if (found.password) focusOn('password');
    else void signIn(email, password);
  }

  return (
    <main className="console-sign-in baton">
      <form className="console-sign-in-card" ref={form} onSubmit={onSubmit} noValidate>
        <Logo />
        <h1>{words.signIn.title}</h1>
        <p className="console-sign-in-lead">{words.signIn.lead}</p>
        {notice && !problems.form && (
          <p className="console-banner" role="status">
            {notice}
          </p>
        )}
        {problems.form && (
          <p className="console-banner" data-tone="danger" role="alert">
            {problems.form}
          </p>
        )}
        <SignInField
          name="email"
          type="email"
          label={words.signIn.email}
          autoComplete="username"
          problem={problems.email}
        />
        <SignInField
          name="password"
          type="password"
          label={words.signIn.password}
          autoComplete="current-password"
          problem={problems.password}
        />
        <button
          type="submit"
          className="console-button"
          data-look="primary"
          aria-disabled={isSubmitting}
          aria-busy={isSubmitting}
        >
          {words.signIn.submit}
        </button>
      </form>
    </main>
  );
}
