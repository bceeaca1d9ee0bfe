import type { Agent } from '@batonchat/protocol';
import { sql } from 'kysely';
import { addressHeader } from './address-header.js';
import type { AgentsOptions } from './auth-options.js';

/** A signed-in human with what they may do. */
export interface SignedInAgent extends Agent {
  role: string;
  sessionId: string;
}

/** The agents: who they are and that they are who they say. */
export interface Agents {
  /** better-auth's routes under `/api/auth`. `address` is the caller's, by which attempts are counted. */
  handle(request: Request, address: string | null): Promise<Response>;
  /** Who the session cookie of these headers stands for, else null. */
  ofCookie(headers: Headers): Promise<SignedInAgent | null>;
  /** Which of these sessions still stand: not ended, not expired. */
  stillSignedIn(sessionIds: readonly string[]): Promise<Set<string>>;
  /** Makes the agent, or brings name, role and password of an existing one up to date. */
  ensure(agent: { email: string; name: string; password: string; role: string }): Promise<void>;
  /** Makes better-auth ready, which is more code than the rest of the relay, ahead of the first who signs in. */
  prepare(): Promise<void>;
}

/** The agents' sign-in over the store's own connection. */
export function createAgents(options: AgentsOptions): Agents {
  const { store } = options;
  // Begun at once, waited for by nobody but agents: who comes back to a restarted relay is not held up by it later.
  const loading = import('./auth-options.js').then(({ createAuth }) => createAuth(options));
  loading.catch(() => {});
  const loaded = () => loading;

  return {
    async handle(request, address) {
      // Never as the client sent it: whoever may name their own address is never counted twice.
      const headers = new Headers(request.headers);
      headers.delete(addressHeader);
      if (address) headers.set(addressHeader, address);
      const auth = await loaded();
      return auth.handler(new Request(request, { headers }));
    },
    async ofCookie(headers) {
      const auth = await loaded();
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const { id, name, image, role } = found.user;
      return { id, name, avatarUrl: image ?? null, role, sessionId: found.session.id };
    },
    async stillSignedIn(sessionIds) {
      const { rows } = await sql<{ id: string; expiresAt: string | number | Date }>`
        select "id", "expiresAt" from "agentSession" where "id" in (${sql.join([...new Set(sessionIds)])})
      `.execute(store.agentsDb);
      const now = Date.now();
      return new Set(rows.filter((row) => new Date(row.expiresAt).getTime() > now).map(({ id }) => id));
    },
    async ensure({ email, name, password, role }) {
      const { internalAdapter, password: passwords } = await (await loaded()).$context;
      const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
      if (!found) {
        const user = await internalAdapter.createUser(
          { email, name, role, emailVerified: true },
          { method: 'email-password' },
        );
        const hash = await passwords.hash(password);
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: hash,
        });
        return;
      }
      const { id } = found.user;
      const hash = found.accounts.find((account) => account.providerId === 'credential')?.password;
      if (!hash || !(await passwords.verify({ hash, password })))
        await internalAdapter.updatePassword(id, await passwords.hash(password));
      const present: { name: string; role?: string } = found.user;
      if (present.name !== name || present.role !== role)
        await internalAdapter.updateUser(id, { name, role });
    },
    async prepare() {
      await (await loaded()).$context;
    },
  };
}
