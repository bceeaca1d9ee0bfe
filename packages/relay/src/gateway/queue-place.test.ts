import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachStore, type Place } from '../testing/places.js';
import { openVisitor, type RawVisitor } from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

onEachStore((makePlace) => {
  let place: Place;
  let relay: TestRelay;
  beforeAll(async () => {
    place = await makePlace();
    relay = await startRelay(place);
  });
  afterAll(async () => {
    await relay.close();
    await place.remove();
  });

  /** Asks for a human; resolves with the handoff's id, in a later millisecond than that of whoever asked before. */
  async function ask(who: RawVisitor): Promise<string> {
    who.command(who.conversationId, { type: 'request-handoff', reason: 'button' });
    const { events } = await who.next('events', (frame) =>
      JSON.stringify(frame).includes('handoff-requested'),
    );
    const [requested] = events as unknown as { at: number; body: { handoffId: string } }[];
    await expect.poll(() => Date.now()).toBeGreaterThan(requested?.at ?? 0);
    return requested?.body.handoffId ?? '';
  }
  const toldOf = async (who: RawVisitor, position: number) =>
    (await who.next('queue-place', ({ place: told }) => told.position === position)).place;

  test('who waits is told where they stand: at once, when others leave, when they come back, and after a restart', async () => {
    const [one, two, three] = [await relay.visitor(), await relay.visitor(), await relay.visitor()];
    const ada = await relay.agent('Ada');
    const first = await ask(one);
    expect(await toldOf(one, 1)).toEqual({ handoffId: first, position: 1, waitMs: null });
    const asked = [first, await ask(two), await ask(three)];
    expect(await toldOf(two, 2)).toMatchObject({ handoffId: asked[1] });
    await toldOf(three, 3);

    ada.command(one.conversationId, { type: 'claim', handoffId: asked[0] });
    await toldOf(two, 1);
    await toldOf(three, 2);
    two.command(two.conversationId, { type: 'end-handoff' });
    await toldOf(three, 1);

    const again = await openVisitor(relay.url, { secret: three.secret });
    await toldOf(again, 1);
    await relay.close();
    relay = await startRelay(place);
    const after = await openVisitor(relay.url, { secret: three.secret });
    expect(await toldOf(after, 1)).toMatchObject({ handoffId: asked[2] });
    const late = await relay.visitor();
    await ask(late);
    await toldOf(late, 2);
  });
});
