import type { Dialect } from './schema.js';

/**
 * The tables of better-auth 1.7, as its own migrator writes them for each dialect: committed, so that two nodes
 * that start together can't both make them. A test asserts that the migrator finds nothing left to do.
 */
export const agentTables: Record<Dialect, readonly string[]> = {
  sqlite: [
    'create table "agent" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" integer not null, "image" text, "createdAt" date not null, "updatedAt" date not null, "role" text not null)',
    'create table "agentSession" ("id" text not null primary key, "expiresAt" date not null, "token" text not null unique, "createdAt" date not null, "updatedAt" date not null, "ipAddress" text, "userAgent" text, "userId" text not null references "agent" ("id") on delete cascade)',
    'create table "agentAccount" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "agent" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text, "createdAt" date not null, "updatedAt" date not null)',
    'create table "agentVerification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" date not null, "createdAt" date not null, "updatedAt" date not null)',
    'create index "agentSession_userId_idx" on "agentSession" ("userId")',
    'create index "agentAccount_userId_idx" on "agentAccount" ("userId")',
    'create index "agentVerification_identifier_idx" on "agentVerification" ("identifier")',
  ],
  postgres: [
    'create table "agent" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "role" text not null)',
    'create table "agentSession" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references "agent" ("id") on delete cascade)',
    'create table "agentAccount" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "agent" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null)',
    'create table "agentVerification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null)',
    'create index "agentSession_userId_idx" on "agentSession" ("userId")',
    'create index "agentAccount_userId_idx" on "agentAccount" ("userId")',
    'create index "agentVerification_identifier_idx" on "agentVerification" ("identifier")',
  ],
};
