import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ConfigError } from './config-error.js';
import { optionsFromEnvironment, readDotEnv } from './environment.js';

const secret = 's'.repeat(32);

describe('the environment', () => {
  test('may be empty', () => {
    expect(optionsFromEnvironment({})).toEqual({
      port: 9099,
      dataFolder: '.baton',
      trustedProxies: 0,
      origins: [],
    });
  });

  test('may be full', () => {
    expect(
      optionsFromEnvironment({
        PORT: '8080',
        BATON_DATA: '/var/lib/baton',
        DATABASE_URL: 'postgres://baton:password@db:5432/baton',
        BATON_SECRET: secret,
        BATON_PUBLIC_URL: 'https://chat.shop.example/',
        BATON_TRUST_PROXY: '1',
        BATON_ORIGINS: 'https://shop.example, https://www.shop.example/ ,',
      }),
    ).toEqual({
      port: 8080,
      dataFolder: '/var/lib/baton',
      databaseUrl: 'postgres://baton:password@db:5432/baton',
      secret,
      publicUrl: 'https://chat.shop.example',
      trustedProxies: 1,
      origins: ['https://shop.example', 'https://www.shop.example'],
    });
  });

  test('counts what is empty or blank as not set', () => {
    const blank = { PORT: '', BATON_DATA: ' ', DATABASE_URL: '', BATON_SECRET: '', BATON_ORIGINS: ' ' };
    expect(optionsFromEnvironment(blank)).toEqual(optionsFromEnvironment({}));
  });

  test.each([
    ['PORT', '1', { port: 1 }],
    ['PORT', ' 65535 ', { port: 65_535 }],
    ['BATON_TRUST_PROXY', 'true', { trustedProxies: 1 }],
    ['BATON_TRUST_PROXY', 'false', { trustedProxies: 0 }],
    ['BATON_TRUST_PROXY', '9', { trustedProxies: 9 }],
    ['BATON_ORIGINS', 'http://localhost:3000', { origins: ['http://localhost:3000'] }],
    ['BATON_ORIGINS', 'https://Shop.example:443', { origins: ['https://shop.example'] }],
    ['BATON_ORIGINS', 'https://bücher.example', { origins: ['https://xn--bcher-kva.example'] }],
    ['BATON_PUBLIC_URL', 'http://10.0.0.5:9099', { publicUrl: 'http://10.0.0.5:9099' }],
    ['BATON_SECRET', secret, { secret }],
    ['BATON_FILE_BYTES', '2048', { fileBytes: 2048 }],
    ['BATON_FILES_ORIGIN', 'https://files.example/', { filesOrigin: 'https://files.example' }],
    ['BATON_IDENTITY_SECRET', secret, { identity: { keys: [{ id: 'default', secret }], isRequired: false } }],
    ['BATON_DURABILITY', 'power-loss', { durability: 'power-loss' }],
    ['BATON_DURABILITY', 'process-crash', { durability: 'process-crash' }],
  ])('takes %s=%s', (name, value, options) => {
    expect(optionsFromEnvironment({ [name]: value })).toMatchObject(options);
  });

  test.each([
    ['PORT', '0', 'Set it to a number from 1 to 65535.'],
    ['PORT', '65536', 'Set it to a number from 1 to 65535.'],
    ['PORT', '-1', 'Set it to a number from 1 to 65535.'],
    ['PORT', '80.5', 'Set it to a number from 1 to 65535.'],
    ['PORT', '0x50', 'Set it to a number from 1 to 65535.'],
    ['PORT', 'http', 'Set it to a number from 1 to 65535.'],
    ['DATABASE_URL', 'mysql://db/baton', 'It looks like postgres://user:password@host:5432/name.'],
    ['DATABASE_URL', 'db:5432', 'It looks like postgres://user:password@host:5432/name.'],
    ['BATON_DURABILITY', 'fsync', 'Set it to power-loss or process-crash, or leave it out.'],
    ['BATON_SECRET', 'short', 'has 5 characters. Set it to 32 random ones or more.'],
    ['BATON_TRUST_PROXY', '10', 'Set it to how many proxies stand in front of the relay, 0 to 9.'],
    ['BATON_TRUST_PROXY', 'yes', 'Set it to how many proxies stand in front of the relay, 0 to 9.'],
    ['BATON_PUBLIC_URL', 'chat.shop.example', 'An origin looks like https://shop.example, without a path.'],
    [
      'BATON_PUBLIC_URL',
      'https://shop.example/chat',
      'An origin looks like https://shop.example, without a path.',
    ],
    ['BATON_PUBLIC_URL', 'ftp://shop.example', 'An origin looks like https://shop.example, without a path.'],
    ['BATON_ORIGINS', '*', 'An origin looks like https://shop.example, without a path.'],
    ['BATON_ORIGINS', 'null', 'An origin looks like https://shop.example, without a path.'],
    ['BATON_ORIGINS', 'https://*.shop.example', 'An origin looks like https://shop.example, without a path.'],
    [
      'BATON_ORIGINS',
      'https://a.example;https://b.example',
      'An origin looks like https://shop.example, without a path.',
    ],
    [
      'BATON_ORIGINS',
      'https://user@shop.example',
      'An origin looks like https://shop.example, without a path.',
    ],
    ['BATON_ORIGINS', 'https://shop.example?x', 'An origin looks like https://shop.example, without a path.'],
  ])('refuses %s=%s, saying what to do', (name, value, remedy) => {
    const read = () => optionsFromEnvironment({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
    expect(read).toThrow(remedy);
  });

  test('needs a secret with a database that several nodes may share', () => {
    expect(() => optionsFromEnvironment({ DATABASE_URL: 'postgres://db/baton' })).toThrow(
      'BATON_SECRET is required with DATABASE_URL. Set it to 32 random characters or more, the same on every node.',
    );
  });

  test('names a bucket by all its settings, or by none', () => {
    const all = {
      BATON_S3_ENDPOINT: 'https://s3.example',
      BATON_S3_BUCKET: 'baton',
      BATON_S3_REGION: 'eu-central-1',
      BATON_S3_ACCESS_KEY_ID: 'id',
      BATON_S3_SECRET_ACCESS_KEY: 'hunter2',
    };
    expect(optionsFromEnvironment(all).s3).toEqual({
      endpoint: 'https://s3.example',
      bucket: 'baton',
      region: 'eu-central-1',
      accessKeyId: 'id',
      secretAccessKey: 'hunter2',
    });
    for (const name of Object.keys(all))
      expect(() => optionsFromEnvironment({ ...all, [name]: '' })).toThrow(
        `${name} is required with BATON_S3_`,
      );
  });

  test('names a mail server with who sends, or neither', () => {
    const all = {
      BATON_SMTP_URL: 'smtps://u:p@mail.example:465',
      BATON_MAIL_FROM: 'Shop <chat@shop.example>',
    };
    expect(optionsFromEnvironment(all).mail).toEqual({
      smtpUrl: all.BATON_SMTP_URL,
      from: all.BATON_MAIL_FROM,
    });
    for (const [name, other] of [Object.keys(all), Object.keys(all).reverse()])
      expect(() => optionsFromEnvironment({ ...all, [name ?? '']: '' })).toThrow(
        `${name} is required with ${other}.`,
      );
    for (const url of ['mail.example', 'https://mail.example', 'smtp://'])
      expect(() => optionsFromEnvironment({ ...all, BATON_SMTP_URL: url })).toThrow(
        'BATON_SMTP_URL is no address of a mail server.',
      );
    const senders = ['Shop', 'chat@shop', 'a@shop.example, b@shop.example', 'S\nBcc: x <chat@shop.example>'];
    for (const from of senders)
      expect(() => optionsFromEnvironment({ ...all, BATON_MAIL_FROM: from })).toThrow('BATON_MAIL_FROM is ');
  });

  test('is never quoted where it holds a secret', () => {
    const secrets = [
      { BATON_SECRET: 'hunter2' },
      { DATABASE_URL: 'mysql://baton:hunter2@db' },
      { BATON_SMTP_URL: 'http://baton:hunter2@mail', BATON_MAIL_FROM: 'chat@shop.example' },
    ];
    for (const environment of secrets)
      try {
        optionsFromEnvironment(environment);
      } catch (error) {
        expect(String(error)).not.toContain('hunter2');
      }
    expect.assertions(3);
  });
});

describe('a .env file', () => {
  const name = 'BATON_TEST_OF_DOT_ENV';
  afterEach(() => {
    delete process.env[name];
  });

  test('is read where there is one, and what is set already wins', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-env-'));
    readDotEnv(folder);
    expect(process.env[name]).toBeUndefined();
    await writeFile(join(folder, '.env'), `${name}=from-file\n`);
    readDotEnv(folder);
    expect(process.env[name]).toBe('from-file');
    process.env[name] = 'from-outside';
    readDotEnv(folder);
    expect(process.env[name]).toBe('from-outside');
    await rm(folder, { recursive: true });
  });
});
