import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { ConfigError } from './config-error.js';
import { identityKeysOf, readIdentityKeys } from './identity/identity-keys.js';
import { checkMail } from './mail/mail-options.js';
import type { RelayOptions } from './relay-options.js';
import type { Durability } from './store/open-store.js';

/** What the environment says; `port` is the server's, the rest the relay's. */
export type EnvironmentOptions = { port: number } & Pick<
  RelayOptions,
  | 'dataFolder'
  | 'databaseUrl'
  | 'durability'
  | 'secret'
  | 'publicUrl'
  | 'trustedProxies'
  | 'origins'
  | 'fileBytes'
  | 'filesOrigin'
  | 's3'
  | 'identity'
  | 'mail'
>;

/** Reads `.env` of a folder into `process.env`; what is set already stays. */
export function readDotEnv(folder: string): void {
  const file = resolve(folder, '.env');
  if (existsSync(file)) loadEnvFile(file);
}

/**
 * The settings of the environment (`.env.example` explains each). An empty value counts as not set. Throws
 * `ConfigError`, naming the variable and the remedy, at the first one that can't be used.
 */
export function optionsFromEnvironment(environment: NodeJS.ProcessEnv): EnvironmentOptions {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const databaseUrl = read('DATABASE_URL');
  const secret = read('BATON_SECRET');
  const publicUrl = read('BATON_PUBLIC_URL');
  const fileBytes = read('BATON_FILE_BYTES');
  const filesOrigin = read('BATON_FILES_ORIGIN');
  const mail = checkMail(read('BATON_SMTP_URL'), read('BATON_MAIL_FROM'));
  const durability = durabilityOf(read('BATON_DURABILITY'));
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new ConfigError(
      'DATABASE_URL is not a PostgreSQL address. It looks like postgres://user:password@host:5432/name.',
    );
  if (databaseUrl && !secret)
    throw new ConfigError(
      'BATON_SECRET is required with DATABASE_URL. Set it to 32 random characters or more, the same on every node.',
    );
  if (secret && secret.length < 32)
    throw new ConfigError(`BATON_SECRET has ${secret.length} characters. Set it to 32 random ones or more.`);
  return {
    port: portOf(read('PORT')),
    dataFolder: read('BATON_DATA') ?? '.baton',
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(durability ? { durability } : {}),
    ...(secret ? { secret } : {}),
    ...(publicUrl ? { publicUrl: originOf('BATON_PUBLIC_URL', publicUrl) } : {}),
    ...(fileBytes ? { fileBytes: fileBytesOf(fileBytes) } : {}),
    ...s3Of(read),
    ...(mail ? { mail } : {}),
    ...identityOf(read('BATON_IDENTITY_SECRET'), read('BATON_IDENTITY_REQUIRED')),
    ...(filesOrigin ? { filesOrigin: originOf('BATON_FILES_ORIGIN', filesOrigin) } : {}),
    trustedProxies: proxiesOf(read('BATON_TRUST_PROXY')),
    origins: (read('BATON_ORIGINS') ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)
      .map((each) => originOf('BATON_ORIGINS', each)),
  };
}

function portOf(value = '9099'): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535)
    throw new ConfigError(`PORT is ${JSON.stringify(value)}. Set it to a number from 1 to 65535.`);
  return port;
}

const s3Names = {
  endpoint: 'BATON_S3_ENDPOINT',
  bucket: 'BATON_S3_BUCKET',
  region: 'BATON_S3_REGION',
  accessKeyId: 'BATON_S3_ACCESS_KEY_ID',
  secretAccessKey: 'BATON_S3_SECRET_ACCESS_KEY',
};

/** All of a bucket's settings, or none of them. */
function s3Of(read: (name: string) => string | undefined): Pick<RelayOptions, 's3'> {
  const given = Object.values(s3Names).filter((name) => read(name));
  if (given.length === 0) return {};
  const need = (name: string) => {
    const value = read(name);
    if (value === undefined)
      throw new ConfigError(`${name} is required with ${given.join(', ')}. Set it, or unset all BATON_S3_*.`);
    return value;
  };
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = s3Names;
  return {
    s3: {
      endpoint: originOf(endpoint, need(endpoint)),
      bucket: need(bucket),
      region: need(region),
      accessKeyId: need(accessKeyId),
      secretAccessKey: need(secretAccessKey),
    },
  };
}

/** The keys are checked here, so that what is wrong is told before anything begins. */
function identityOf(secrets: string | undefined, required = 'false'): Pick<RelayOptions, 'identity'> {
  if (required !== 'true' && required !== 'false')
    throw new ConfigError(
      `BATON_IDENTITY_REQUIRED is ${JSON.stringify(required)}. Set it to true or false, or leave it out.`,
    );
  const isRequired = required === 'true';
  if (secrets === undefined && isRequired)
    throw new ConfigError(
      'BATON_IDENTITY_SECRET is required with BATON_IDENTITY_REQUIRED. Set it to 32 random bytes or more: openssl rand -hex 32.',
    );
  if (secrets === undefined) return {};
  const keys = readIdentityKeys(secrets);
  identityKeysOf(keys);
  return { identity: { keys, isRequired } };
}

const maxFileBytes = 1024 ** 3;

function fileBytesOf(value: string): number {
  const bytes = Number(value);
  if (!/^\d+$/.test(value) || (bytes !== 0 && bytes < 1024) || bytes > maxFileBytes)
    throw new ConfigError(
      `BATON_FILE_BYTES is ${JSON.stringify(value)}. Set it to a number of bytes from 1024 to ${maxFileBytes}, or to 0 where files are not taken.`,
    );
  return bytes;
}

function durabilityOf(value: string | undefined): Durability | undefined {
  if (value === undefined || value === 'power-loss' || value === 'process-crash') return value;
  throw new ConfigError(
    `BATON_DURABILITY is ${JSON.stringify(value)}. Set it to power-loss or process-crash, or leave it out.`,
  );
}

function proxiesOf(value = '0'): number {
  if (value === 'true') return 1;
  if (value === 'false') return 0;
  if (/^\d$/.test(value)) return Number(value);
  throw new ConfigError(
    `BATON_TRUST_PROXY is ${JSON.stringify(value)}. Set it to how many proxies stand in front of the relay, 0 to 9.`,
  );
}

/** The origin as browsers write it: in lower case and punycode, without the port that goes without saying. */
function originOf(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isBare = /^https?:\/\/[^/?#@;*]+\/?$/i.test(value);
  if (!url || !isBare)
    throw new ConfigError(
      `${name} holds ${JSON.stringify(value)}. An origin looks like https://shop.example, without a path.`,
    );
  return url.origin;
}
