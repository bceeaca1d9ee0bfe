import type { DeskClient } from '@batonchat/core';
import { useCallback, useEffect, useState } from 'react';
import type { Alerting } from './alerts/use-alerts.js';
import type { Clock } from './clock.js';
import { Desk } from './desk/desk.js';
import { ErrorBoundary } from './error-boundary.js';
import type { SeenMarks } from './queue/seen.js';
import { parseRoute, replaceRoute } from './route.js';
import type { Session, SessionClient } from './sign-in/session.js';
import { SignInScreen } from './sign-in/sign-in-screen.js';
import { words } from './words.js';

/** What the console needs from the outside: `main.tsx` gives the browser's, a test its own. */
export interface AppProps {
  sessions: SessionClient;
  /** Makes a desk client for the agent who is signed in. */
  createClient(session: Session): DeskClient;
  clock: Clock;
  seen: SeenMarks;
  alerting: Alerting;
}

type Standing =
  | { kind: 'checking' }
  | { kind: 'signed-out'; notice: string | null }
  | { kind: 'signed-in'; session: Session };

/** The sign-in screen, or the desk of whoever is signed in. */
export function App({ sessions, createClient, clock, seen, alerting }: AppProps) {
  const [standing, setStanding] = useState<Standing>({ kind: 'checking' });
  const session = standing.kind === 'signed-in' ? standing.session : null;
  const client = useClientOf(session, createClient);

  useEffect(() => {
    let isCurrent = true;
    const check = async () => {
      const answer = await sessions.read();
      if (!isCurrent) return;
      if ('session' in answer) return setStanding({ kind: 'signed-in', session: answer.session });
      const { refusal } = answer;
      const notice = refusal.kind === 'signed-out' ? null : words.signIn.refusal(refusal);
      setStanding({ kind: 'signed-out', notice });
    };
    void check();
    return () => {
      isCurrent = false;
    };
  }, [sessions]);

  const onExpired = useCallback(() => setStanding({ kind: 'signed-out', notice: words.signIn.expired }), []);
  const signOut = async () => {
    setStanding({ kind: 'signed-out', notice: null });
    if (!(await sessions.signOut())) setStanding({ kind: 'signed-out', notice: words.signIn.notSignedOut });
  };

  if (standing.kind === 'signed-out')
    return (
      <SignInScreen
        sessions={sessions}
        notice={standing.notice}
        onSignedIn={(next) => {
          replaceRoute({ ...parseRoute(location.hash), tab: 'pending' });
          setStanding({ kind: 'signed-in', session: next });
        }}
      />
    );
  if (!session || !client) return null;
  return (
    <ErrorBoundary>
      <Desk
        client={client}
        session={session}
        clock={clock}
        seen={seen}
        alerting={alerting}
        onSignOut={() => void signOut()}
        onExpired={onExpired}
      />
    </ErrorBoundary>
  );
}

/** A connected client for as long as the session lasts. Made in an effect, so that each is destroyed. */
function useClientOf(session: Session | null, createClient: AppProps['createClient']): DeskClient | null {
  const [client, setClient] = useState<DeskClient | null>(null);
  useEffect(() => {
    if (!session) return;
    const made = createClient(session);
    made.connect();
    setClient(made);
    return () => {
      made.destroy();
      setClient(null);
    };
  }, [session, createClient]);
  return client;
}
