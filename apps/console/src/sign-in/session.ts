/** The signed-in agent. The session itself is an httpOnly cookie that no script can read. */
export interface Session {
  agentId: string;
  name: string;
  email: string;
}

/** Why there is no session: nobody is signed in, or what went wrong. */
export type SessionRefusal =
  | { kind: 'signed-out' }
  | { kind: 'wrong-credentials' }
  | { kind: 'too-many-attempts'; retryAfterSeconds: number | null }
  | { kind: 'unreachable' }
  | { kind: 'failed'; status: number };

/** Who is signed in, or why nobody is. */
export type SessionAnswer = { session: Session } | { refusal: SessionRefusal };

/** The console's three calls to the relay's sign-in. None of them throws. */
export interface SessionClient {
  read(): Promise<SessionAnswer>;
  signIn(email: string, password: string): Promise<SessionAnswer>;
  /** False when the relay could not be told: the session then lives on until it expires. */
  signOut(): Promise<boolean>;
}

/**
 * Speaks to better-auth's endpoints under `{relay}/api/auth`. Three plain requests: better-auth's own client adds
 * more code than the whole sign-in screen for refetching and plugins that nothing here uses.
 */
export function createSessionClient(
  relay: string,
  request: typeof fetch = fetch.bind(globalThis),
): SessionClient {
  const call = (path: string, init: RequestInit) =>
    request(`${relay}/api/auth/${path}`, { credentials: 'same-origin', cache: 'no-store', ...init });
  const post = (path: string, body: object) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    read: () => answered(() => call('get-session', {})),
    signIn: (email, password) => answered(() => post('sign-in/email', { email, password })),
    signOut: () =>
      post('sign-out', {}).then(
        (response) => response.ok,
        () => false,
      ),
  };
}

async function answered(send: () => Promise<Response>): Promise<SessionAnswer> {
  try {
    const response = await send();
    if (!response.ok) return { refusal: refusalOf(response) };
    const body: unknown = await response.json();
    const session = sessionOf(body);
    return session ? { session } : { refusal: { kind: 'signed-out' } };
  } catch {
    return { refusal: { kind: 'unreachable' } };
  }
}

function refusalOf({ status, headers }: Response): SessionRefusal {
  if (status === 400 || status === 401) return { kind: 'wrong-credentials' };
  if (status === 429) {
    const seconds = Number(headers.get('x-retry-after') ?? headers.get('retry-after') ?? Number.NaN);
    return { kind: 'too-many-attempts', retryAfterSeconds: Number.isFinite(seconds) ? seconds : null };
  }
  return status === 502 || status === 503 || status === 504
    ? { kind: 'unreachable' }
    : { kind: 'failed', status };
}

function sessionOf(body: unknown): Session | null {
  const user = isRecord(body) ? body['user'] : null;
  if (!isRecord(user)) return null;
  const { id, name, email } = user;
  if (typeof id !== 'string' || typeof email !== 'string') return null;
  return { agentId: id, name: typeof name === 'string' && name ? name : email, email };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
