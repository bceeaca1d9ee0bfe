import { expect, test } from 'vitest';
import { createManualClock } from '../testing/manual-clock.js';
import { createAddresses } from './addresses.js';

const hourMs = 60 * 60_000;

function setUp() {
  const clock = createManualClock();
  const asked: string[][] = [];
  const relay = { isDown: false, skewMs: 0 };
  const addresses = createAddresses(
    {
      async urls(fileIds) {
        asked.push([...fileIds]);
        if (relay.isDown) throw new Error('Unreachable.');
        const known = fileIds.filter((id) => id !== 'none');
        const urls = Object.fromEntries(
          known.map((id) => [id, `https://files.example/${id}?${asked.length}`]),
        );
        return { urls, expiresAt: clock.now() + relay.skewMs + hourMs };
      },
    },
    clock,
  );
  const urlsOf = async (...fileIds: string[]) => {
    const urls = Promise.allSettled(fileIds.map((id) => addresses.urlOf(id)));
    await clock.advance(10_000);
    return (await urls).map((each) => (each.status === 'fulfilled' ? each.value : null));
  };
  return { clock, asked, relay, addresses, urlsOf };
}

test('what is shown together is asked for together, once', async () => {
  const { asked, urlsOf } = setUp();
  expect(await urlsOf('a', 'b', 'a', 'none')).toEqual([
    'https://files.example/a?1',
    'https://files.example/b?1',
    'https://files.example/a?1',
    null,
  ]);
  await urlsOf('a');
  expect(asked).toEqual([['a', 'b', 'none']]);
});

test('more than a hundred are asked for in several', async () => {
  const { asked, urlsOf } = setUp();
  await urlsOf(...Array.from({ length: 150 }, (_, index) => `${index}`));
  expect(asked.map((ids) => ids.length)).toEqual([100, 50]);
});

test.each([0, 24 * hourMs, -24 * hourMs])(
  'an address is renewed before it expires, with a clock %d ms off',
  async (skewMs) => {
    const { clock, asked, relay, urlsOf } = setUp();
    relay.skewMs = skewMs;
    await urlsOf('a');
    await clock.advance(26 * 60_000);
    await urlsOf('a');
    expect(asked).toHaveLength(2);
  },
);

test('a relay that is away for a moment is asked again; then it is said that there is no address', async () => {
  const { asked, relay, urlsOf } = setUp();
  relay.isDown = true;
  expect(await urlsOf('a')).toEqual([null]);
  expect(asked).toHaveLength(3);
  relay.isDown = false;
  expect(await urlsOf('a')).toEqual(['https://files.example/a?4']);
});
