import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../testing/mail-server.js';
import { onEachStore, type Place } from '../testing/places.js';
import type { RawVisitor } from '../testing/raw-people.js';
import { identitySecret, signIdentity } from '../testing/sign-identity.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

const from = 'Halden Shop <chat@shop.example>';

onEachStore((makePlace) => {
  let place: Place;
  let mail: MailServer;
  let relay: TestRelay;
  beforeAll(async () => {
    place = await makePlace();
    mail = await startMailServer({ refuse: (to) => (to.startsWith('gone') ? 550 : null) });
    relay = await startRelay(place, {
      mail: { smtpUrl: mail.url.replace('://', '://user:s3cret-word@'), from },
      origins: ['https://shop.example'],
      identity: { keys: [{ id: 'default', secret: identitySecret }] },
    });
  });
  afterEach(() => {
    mail.received.length = 0;
  });
  afterAll(async () => {
    const said = JSON.stringify(relay.log.lines, (_, value) =>
      value instanceof Error ? value.stack : value,
    );
    await relay.close();
    await mail.close();
    await place.remove();
    expect(said).not.toMatch(/s3cret-word|@example\.com|@elsewhere/);
  });

  const headersOf = (who: { token: string } | null) => ({
    'content-type': 'application/json',
    ...(who ? { authorization: `Bearer ${who.token}` } : {}),
  });
  const ask = (who: RawVisitor | null, body: Record<string, unknown>, url = relay.url) =>
    fetch(`${url}/api/transcripts`, {
      method: 'POST',
      headers: headersOf(who),
      body: JSON.stringify({ conversationId: who?.conversationId, requestId: crypto.randomUUID(), ...body }),
    });
  const statusOf = async (who: RawVisitor, requestId: string, url = relay.url) => {
    const query = new URLSearchParams({ conversationId: who.conversationId, requestId });
    const response = await fetch(`${url}/api/transcripts/status?${query}`, { headers: headersOf(who) });
    return response.ok ? ((await response.json()) as { status: string }).status : response.status;
  };
  async function talking(text = 'Where is my <b>parcel</b>?'): Promise<RawVisitor> {
    const visitor = await relay.visitor();
    visitor.say(visitor.conversationId, text);
    await visitor.next('events', (frame) => JSON.stringify(frame).includes('"kind":"bot"'));
    return visitor;
  }

  describe('a transcript', () => {
    test('is mailed once: as text and as harmless HTML, under an id of its own', async () => {
      const visitor = await talking();
      const requestId = crypto.randomUUID();
      const answer = await ask(visitor, { requestId, to: 'vera@example.com', locale: 'en-GB' });
      expect([answer.status, await answer.json()]).toEqual([202, { status: 'waiting' }]);
      await expect.poll(() => statusOf(visitor, requestId)).toBe('sent');
      expect(mail.received).toHaveLength(1);
      const [letter] = mail.received;
      expect(letter).toMatchObject({ from: 'chat@shop.example', to: ['vera@example.com'] });
      expect(letter?.headers).toMatchObject({
        from: 'Halden Shop <chat@shop.example>',
        to: 'vera@example.com',
        subject: 'Your conversation',
        'content-language': 'en',
        'auto-submitted': 'auto-generated',
        'message-id': expect.stringMatching(/^<transcript\.[0-9a-f]{32}@shop\.example>$/),
      });
      expect(letter?.parts['text/plain']).toContain('You:\nWhere is my <b>parcel</b>?');
      const html = letter?.parts['text/html'] ?? '';
      expect(html).toContain('Where is my &lt;b&gt;parcel&lt;/b&gt;?');
      expect(html).not.toMatch(/<b>|<a |<img|<script/);
    });

    test('is in the visitor’s language and time', async () => {
      const visitor = await talking('Wo?');
      await ask(visitor, { to: 'veronika@example.com', locale: 'de_AT', timeZone: 'Pacific/Kiritimati' });
      await ask(visitor, { to: 'veqlargh@example.com', locale: 'tlh', timeZone: 'Nowhere/Land' });
      await expect.poll(() => mail.received.length).toBe(2);
      const textTo = (to: string) =>
        mail.received.find((each) => each.to.includes(to))?.parts['text/plain'] ?? '';
      const there = { dateStyle: 'full', timeZone: 'Pacific/Kiritimati' } as const;
      const today = new Intl.DateTimeFormat('de-AT', there).format();
      expect(textTo('veronika@example.com')).toMatch(/^Sie haben .*\n\nGespräch\n[\s\S]* Sie:\nWo\?/);
      expect(textTo('veronika@example.com')).toContain(`== ${today} ==`);
      expect(textTo('veqlargh@example.com')).toMatch(/^You asked .*\n\nConversation\n/);
    });

    test('holds what had been said when it was asked for, also what a page does not', async () => {
      const visitor = await relay.visitor();
      for (let n = 1; n <= 60; n += 1) visitor.say(visitor.conversationId, `line ${n}.`);
      await visitor.next('events', (frame) => JSON.stringify(frame).includes('line 18.'));
      const before = await ask(visitor, { to: 'long@example.com' });
      expect(before.status).toBe(202);
      await expect.poll(() => mail.received.length).toBe(1);
      expect(mail.received[0]?.parts['text/plain']).toContain('line 1.');
    });

    test('that the mail server refuses is dead at once, and the visitor can see so', async () => {
      const visitor = await talking();
      const requestId = crypto.randomUUID();
      const tries = mail.tries();
      await ask(visitor, { requestId, to: 'gone@example.com' });
      await expect.poll(() => statusOf(visitor, requestId)).toBe('failed');
      expect(mail.tries() - tries).toBe(1);
      expect(mail.received).toEqual([]);
      expect(relay.log.lines).toContainEqual(
        expect.objectContaining({ level: 'warn', text: 'An outbox row is dead.' }),
      );
      expect(await (await ask(visitor, { requestId, to: 'gone@example.com' })).json()).toEqual({
        status: 'failed',
      });
    });
  });

  describe('nothing is sent', () => {
    test('for a conversation that is another’s, none, or without a token', async () => {
      const [mine, other] = [await talking(), await talking()];
      const to = 'vera@example.com';
      const answers = await Promise.all([
        ask({ ...mine, conversationId: other.conversationId }, { to }),
        ask({ ...mine, conversationId: crypto.randomUUID() }, { to }),
        ask({ ...mine, token: 'a.b.c' }, { to }),
        ask(null, { to, conversationId: mine.conversationId }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 401, 401]);
      expect(await answers[0]?.json()).toEqual(await answers[1]?.json());
      expect(await statusOf({ ...mine, conversationId: other.conversationId }, 'x')).toBe(404);
    });

    test.each([
      'vera@example.com\r\nBcc: all@elsewhere.example',
      'vera@example.com, ben@elsewhere.example',
      'vera@example.com;ben@elsewhere.example',
      'Vera <vera@example.com>',
      '"vera@example.com>\r\nRCPT TO:<ben"@elsewhere.example',
      'vera@example.com\u0000',
      'vera@example.com ',
      'vera@[127.0.0.1]',
      '@example.com',
      'vera',
      '',
      7,
      ['vera@example.com', 'ben@elsewhere.example'],
    ])('to what is not one plain address: %j', async (to) => {
      const visitor = await relay.visitor();
      expect((await ask(visitor, { to })).status).toBe(400);
      expect(mail.received).toEqual([]);
    });

    test('by what a visitor says or is called: it is text', async () => {
      const visitor = await talking(
        '\r\n.\r\nRCPT TO:<ben@elsewhere.example>\r\nSubject: Won!\r\n\r\n<script>x</script>',
      );
      await ask(visitor, { to: 'text@example.com', locale: 'en\r\nBcc: ben@elsewhere.example' });
      await expect.poll(() => mail.received.length).toBe(1);
      expect(mail.received[0]).toMatchObject({
        to: ['text@example.com'],
        headers: { subject: 'Your conversation', 'content-language': 'en' },
      });
      expect(Object.keys(mail.received[0]?.headers ?? {})).not.toContain('bcc');
      expect(mail.received[0]?.parts['text/html']).toContain('&lt;script&gt;x');
    });

    test('more often than is fair: 5 an hour by a visitor, 3 to a mailbox', async () => {
      const visitor = await talking();
      const statuses = async (to: readonly string[]) => {
        const answers: number[] = [];
        for (const each of to) answers.push((await ask(visitor, { to: each })).status);
        return answers;
      };
      const one = ['ann@fair.example', 'Ann+a@fair.example', 'ANN+b@fair.example', 'ann@fair.example'];
      expect(await statuses(one)).toEqual([202, 202, 202, 429]);
      expect(await statuses(['x@fair.example', 'y@fair.example', 'z@fair.example'])).toEqual([202, 202, 429]);
      const late = await ask(visitor, { to: 'z@fair.example' });
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(60);
      await expect.poll(() => mail.received.length).toBe(5);
    });
  });

  test('a mail server that is down is tried until it is back, by the next relay too', async () => {
    const here = await makePlace();
    const down = await startMailServer();
    await down.close();
    const options = { mail: { smtpUrl: down.url, from } };
    const first = await startRelay(here, options);
    const visitor = await first.visitor();
    const requestId = crypto.randomUUID();
    expect((await ask(visitor, { requestId, to: 'vera@example.com' }, first.url)).status).toBe(202);
    await expect
      .poll(() => first.log.lines.map(({ text }) => text))
      .toContain('An outbox row failed; it is tried again.');
    expect(await statusOf(visitor, requestId, first.url)).toBe('waiting');
    await first.close();

    const up = await startMailServer({ port: down.port });
    const second = await startRelay(here, options);
    await expect.poll(() => up.received.length).toBe(1);
    await expect.poll(() => statusOf(visitor, requestId, second.url)).toBe('sent');
    await second.close();
    await up.close();
    await here.remove();
  });

  test('the address that a site has signed is told to its own visitor, and to nobody else', async () => {
    const claims = { email: 'vera@shop.example' };
    const vera = await relay.visitor({ identity: await signIdentity('vera', { claims }) });
    const addressOf = async (who: { token: string } | null) => {
      const answer = await fetch(`${relay.url}/api/transcripts/address`, { headers: headersOf(who) });
      expect(answer.headers.get('cache-control')).toBe(answer.ok ? 'no-store' : null);
      return answer.ok ? ((await answer.json()) as { address: unknown }).address : answer.status;
    };
    expect(await addressOf(vera)).toBe('vera@shop.example');
    expect(await addressOf(await relay.visitor({ identity: await signIdentity('walt') }))).toBe(null);
    expect(await addressOf(await relay.visitor())).toBe(null);
    expect(await addressOf(null)).toBe(401);
  });

  test('whether there is mail is said to pages that may embed the widget', async () => {
    const here = await makePlace();
    const without = await startRelay(here, {});
    const headers = { origin: 'https://shop.example' };
    const answer = await fetch(`${relay.url}/api/transcripts`, { headers });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(await answer.json()).toEqual({ mail: true });
    expect((await fetch(`${without.url}/api/transcripts`)).status).toBe(404);
    expect((await ask(null, {}, without.url)).status).toBe(404);
    await without.close();
    await here.remove();
  });
});
