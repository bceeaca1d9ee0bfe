import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachStore, type Place } from '../testing/places.js';
import { openFrame, openVisitor, type RawVisitor } from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

onEachStore((makePlace) => {
  let place: Place;
  let relay: TestRelay;
  beforeAll(async () => {
    place = await makePlace();
    relay = await startRelay(place, { rateLimits: { visitorCommands: 1000 } });
  });
  afterAll(async () => {
    await relay.close();
    await place.remove();
  });

  /** Asks to leave a conversation, and says which one is current then. */
  async function leave(who: RawVisitor, leaves: string) {
    who.send({ ...openFrame({ conversationId: who.conversationId, position: who.position }), leaves });
    return (await who.next('snapshot')).conversationId;
  }
  const requested = async (who: RawVisitor, conversationId: string) => {
    who.command(conversationId, { type: 'request-handoff', reason: 'button' });
    await who.next('events', (frame) => JSON.stringify(frame).includes('handoff-requested'));
  };

  test('a conversation is left for a new one; a repeat, a reload and another socket find the same', async () => {
    const visitor = await relay.visitor();
    const other = await openVisitor(relay.url, { secret: visitor.secret });
    const after = await leave(visitor, visitor.conversationId);
    expect(after).not.toBe(visitor.conversationId);
    expect((await other.next('snapshot')).conversationId, 'on every socket').toBe(after);
    expect(await leave(visitor, visitor.conversationId), 'once').toBe(after);
    expect((await openVisitor(relay.url, { secret: visitor.secret })).conversationId).toBe(after);

    other.say(after, 'here');
    await visitor.next('events', (frame) => JSON.stringify(frame).includes('here'));
    const late = other.say(visitor.conversationId, 'there');
    expect((await other.next('refused', (frame) => frame.commandId === late)).code).toBe('not-found');
  });

  test('what was left is still there for agents', async () => {
    const visitor = await relay.visitor();
    visitor.say(visitor.conversationId, 'before');
    await visitor.next('events', (frame) => JSON.stringify(frame).includes('before'));
    await leave(visitor, visitor.conversationId);
    const ada = await relay.agent('Ada');
    const { conversationId } = visitor;
    ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    const { entries } = (await ada.next('snapshot', (frame) => frame.log === 'shared')) as unknown as {
      entries: object[];
    };
    expect(JSON.stringify(entries)).toContain('before');
  });

  test('it stays while a human is asked for, and nobody leaves another’s', async () => {
    const [visitor, other] = [await relay.visitor(), await relay.visitor()];
    await requested(visitor, visitor.conversationId);
    const held = {
      conversationId: visitor.conversationId,
      position: { ...visitor.position, seq: 0, id: '' },
    };
    visitor.send({ ...openFrame(held), leaves: visitor.conversationId });
    const { conversationId } = await visitor.next('events', (frame) => frame.head > 0);
    expect(conversationId).toBe(visitor.conversationId);

    other.send({ ...openFrame(), leaves: visitor.conversationId });
    expect((await other.next('snapshot')).conversationId).toBe(other.conversationId);
    const again = await openVisitor(relay.url, { secret: visitor.secret });
    expect(again.conversationId).toBe(visitor.conversationId);
  });

  test('nobody is left waiting in it: who asks for a human as it is left waits where the visitor is, or nowhere', async () => {
    for (let round = 0; round < 10; round += 1) {
      const visitor = await relay.visitor();
      const other = await openVisitor(relay.url, { secret: visitor.secret });
      const { conversationId } = visitor;
      other.command(conversationId, { type: 'request-handoff', reason: 'button' });
      visitor.send({ ...openFrame(), leaves: conversationId });
      const current = (await visitor.next('snapshot')).conversationId;
      const ada = await relay.agent('Ada');
      await expect
        .poll(async () => {
          ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
          const frame = await ada.next('snapshot', (each) => each.conversationId === conversationId);
          const status = (frame.state as { handoff?: { status: string } | null }).handoff?.status;
          return current === conversationId || status !== 'pending';
        })
        .toBe(true);
    }
  });
});
