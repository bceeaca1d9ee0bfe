/** Signed visitors at a whole relay, on both stores: one person on every device, and nobody else's history anywhere. */
import { randomUUID } from 'node:crypto';
import { closeCodes, protocolVersion } from '@batonchat/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachStore, type Place } from '../testing/places.js';
import { openSocket } from '../testing/raw-client.js';
import { newSecret, openFrame, type RawVisitor, visitorToken } from '../testing/raw-people.js';
import { identitySecret, signIdentity } from '../testing/sign-identity.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

const identity = { keys: [{ id: 'default', secret: identitySecret }] };

onEachStore((makePlace) => {
  let place: Place;
  let relay: TestRelay;
  const open: RawVisitor[] = [];
  beforeAll(async () => {
    place = await makePlace();
    relay = await startRelay(place, { identity });
    relay.bot.answer = () => [];
  });
  afterAll(async () => {
    await Promise.all(open.map((each) => each.close()));
    await relay.close();
    await place.remove();
  });

  async function visit(secret: string, subject?: string, claims: Record<string, unknown> = {}) {
    const signed = subject === undefined ? {} : { identity: await signIdentity(subject, { claims }) };
    const visitor = await relay.visitor({ secret, ...signed });
    open.push(visitor);
    return visitor;
  }
  async function say(visitor: RawVisitor, text: string) {
    visitor.say(visitor.conversationId, text);
    await visitor.next('events', (frame) => JSON.stringify(frame).includes(text));
  }
  const textsOf = async (visitor: RawVisitor) => {
    visitor.send(openFrame());
    return JSON.stringify(await visitor.next('snapshot', ({ log }) => log === 'shared'));
  };

  describe('a signed visitor', () => {
    test('finds the same conversation on another device', async () => {
      const subject = randomUUID();
      const phone = await visit(newSecret(), subject);
      await say(phone, 'from my phone');
      const laptop = await visit(newSecret(), subject);
      expect(laptop.conversationId).toBe(phone.conversationId);
      expect(await textsOf(laptop)).toContain('from my phone');
    });

    test('shares nothing with a tab that was open in the same browser before: it comes back as somebody else', async () => {
      const secret = newSecret();
      const tab = await visit(secret);
      await say(tab, 'before');
      const vera = await visit(secret, randomUUID());
      expect(vera.conversationId).toBe(tab.conversationId);
      await say(vera, 'only for vera');
      expect((await tab.closed).code).toBe(closeCodes.tokenExpired);
      const back = await visit(secret);
      expect(back.conversationId).not.toBe(vera.conversationId);
      expect(await textsOf(back)).not.toContain('vera');
    });

    test('is another than the next one in the same browser', async () => {
      const secret = newSecret();
      const vera = await visit(secret, randomUUID());
      await say(vera, 'only for vera');
      const walt = await visit(secret, randomUUID());
      expect(walt.conversationId).not.toBe(vera.conversationId);
      expect(await textsOf(walt)).not.toContain('only for vera');
      const nobody = await visit(secret);
      expect([vera.id, walt.id]).not.toContain(nobody.id);
      expect(await textsOf(nobody)).not.toContain('only for vera');
    });

    test('takes along what was said before signing in, and the browser’s secret opens nothing of it', async () => {
      const [secret, subject] = [newSecret(), randomUUID()];
      const before = await visit(secret);
      await say(before, 'before I signed in');
      const after = await visit(secret, subject);
      expect(after.conversationId).toBe(before.conversationId);
      expect(await textsOf(await visit(newSecret(), subject))).toContain('before I signed in');

      const thief = await visit(secret);
      expect(thief.conversationId).not.toBe(before.conversationId);
      expect(await textsOf(thief)).not.toContain('before I signed in');
    });

    test('is not spoken for by a token from before', async () => {
      const secret = newSecret();
      const before = await visit(secret);
      await visit(secret, randomUUID());
      const client = await openSocket(relay.url, { origin: relay.url });
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token: before.token });
      expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
      await client.close();
    });

    test('goes on where they were, and an anonymous conversation is left to nobody', async () => {
      const subject = randomUUID();
      const phone = await visit(newSecret(), subject);
      await say(phone, 'mine');
      const secret = newSecret();
      const anonymous = await visit(secret);
      await say(anonymous, 'somebody is here');
      anonymous.command(anonymous.conversationId, { type: 'request-handoff', reason: 'button' });
      await anonymous.next('events', (frame) => JSON.stringify(frame).includes('handoff-requested'));

      const laptop = await visit(secret, subject);
      expect(laptop.conversationId).toBe(phone.conversationId);
      const { events } = await anonymous.next('events', (frame) =>
        JSON.stringify(frame).includes('resolved'),
      );
      expect(events).toMatchObject([{ type: 'handoff-resolved', body: { endReason: 'visitor-left' } }]);
      expect(await textsOf(laptop)).not.toContain('somebody is here');
    });

    test('of two who sign in at once in one browser, one takes what was said along', async () => {
      const secret = newSecret();
      const before = await visit(secret);
      await say(before, 'whose is it');
      const people = await Promise.all(
        Array.from({ length: 4 }, async () =>
          visitorToken(relay.url, secret, undefined, await signIdentity(randomUUID())),
        ),
      );
      expect(new Set(people.map(({ visitorId }) => visitorId)).size).toBe(4);
      expect(people.filter(({ visitorId }) => visitorId === before.id)).toHaveLength(1);
    });

    test('on many devices at once is one', async () => {
      const token = await signIdentity(randomUUID());
      const people = await Promise.all(
        Array.from({ length: 8 }, () => visitorToken(relay.url, newSecret(), undefined, token)),
      );
      expect(new Set(people.map(({ visitorId }) => visitorId)).size).toBe(1);
    });

    test('is shown to agents as signed, by the name of their messages too, and as signed last', async () => {
      const subject = randomUUID();
      const claims = { name: 'Vera Blum', email: 'vera@shop.example', facts: { plan: 'pro' } };
      const vera = await visit(newSecret(), subject, claims);
      await say(vera, 'hello');
      vera.command(vera.conversationId, { type: 'request-handoff', reason: 'button' });
      await vera.next('events', (frame) => JSON.stringify(frame).includes('handoff-requested'));
      expect(await textsOf(vera)).toContain('"name":"Vera Blum"');

      const ada = await relay.agent('Ada');
      ada.send({ type: 'inbox' });
      const { rows } = await ada.next('inbox');
      expect(rows.find((row) => row.conversationId === vera.conversationId)).toMatchObject({
        visitorName: 'Vera Blum',
        isVerified: true,
      });
      await visit(newSecret(), subject, { ...claims, name: 'Vera Blum-Ott' });
      const positions = { shared: null, desk: null };
      ada.send({ type: 'subscribe', conversationId: vera.conversationId, positions });
      const { state } = await ada.next('snapshot', ({ log }) => log === 'desk');
      expect(state).toMatchObject({ context: { identity: { subject, ...claims, name: 'Vera Blum-Ott' } } });
      await ada.close();
    });

    test('is refused for a token that is not good, in words for whoever signs and with nothing secret', async () => {
      const refused = async (token: string, siteId?: string) => {
        const error = await visitorToken(relay.url, newSecret(), siteId, token).catch(String);
        expect(error).toContain('401');
        expect(error).not.toContain(identitySecret);
        return String(error);
      };
      expect(await refused(await signIdentity('x', { secret: `${identitySecret}!` }))).toContain('signature');
      expect(await refused(await signIdentity('x', { expiresIn: -70 }))).toContain('exp');
      expect(await refused(await signIdentity('x'), 'other')).toContain('no identity secret');
      expect(JSON.stringify(relay.log.lines)).not.toContain(identitySecret);
    });
  });

  test('where visitors have to be signed, others are let in neither anew nor with a token from before', async () => {
    const before = await relay.visitor();
    await before.close();
    await relay.close();
    relay = await startRelay(place, { identity: { ...identity, isRequired: true } });
    await expect(relay.visitor()).rejects.toThrow(/401.*signed visitors alone/);
    const client = await openSocket(relay.url, { origin: relay.url });
    client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token: before.token });
    expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
    await client.close();
    expect((await visit(newSecret(), randomUUID())).conversationId).toEqual(expect.any(String));
  });
});
