import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Logger } from '../logger.js';
import type { Store } from '../store/open-store.js';
import { addressHeader } from './address-header.js';
import { createSignInAttempts } from './sign-in-attempts.js';

/** What the agents' sign-in stands on. */
export interface AgentsOptions {
  store: Store;
  secret: string;
  publicUrl: string | undefined;
  ownOrigin(request: Request): string;
  log: Logger;
}

/** How better-auth is set up: its tables are those of `store/agent-tables.ts`. */
export const authOptions = ({ store, secret, publicUrl, ownOrigin, log }: AgentsOptions) =>
  ({
    appName: 'Baton',
    database: { db: store.agentsDb, type: store.dialect },
    secret,
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    basePath: '/api/auth',
    trustedOrigins: (request) => (request ? [ownOrigin(request)] : []),
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'agent',
      additionalFields: { role: { type: 'string', required: true, defaultValue: 'agent', input: false } },
    },
    session: { modelName: 'agentSession' },
    account: { modelName: 'agentAccount' },
    verification: { modelName: 'agentVerification' },
    rateLimit: {
      enabled: true,
      customRules: { '/sign-in/email': { window: 60, max: 30 } },
      customStorage: createSignInAttempts(),
    },
    advanced: {
      cookiePrefix: 'baton',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // Its default depends on NODE_ENV.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    telemetry: { enabled: false },
    // What clients get wrong is said to them. In the log it would be theirs to fill.
    onAPIError: {
      onError(error) {
        if (!isAPIError(error) || error.statusCode >= 500)
          log.error('A route of the sign-in failed.', { error });
      },
    },
    logger: { level: 'error', log: (_, message) => log.warn(`Sign-in: ${message}`) },
  }) satisfies BetterAuthOptions;

/** better-auth, set up so. */
export const createAuth = (options: AgentsOptions) => betterAuth(authOptions(options));
