import { expect, test } from 'vitest';
import { quietLog } from '../testing/quiet-log.js';
import { createAddressRates, networkOf } from './address-rates.js';

function setUp(size: number) {
  let at = 1000;
  const log = quietLog();
  const rates = createAddressRates({ size, what: 'sockets', setting: 'addressSockets', log, now: () => at });
  return { rates, log, pass: (ms: number) => (at += ms) };
}

test('a burst is let in, then one each time that one flows back; others are not concerned', () => {
  const { rates, pass } = setUp(20);
  for (let n = 0; n < 20; n += 1) expect(rates.take('10.0.0.1')).toBe(0);
  expect(rates.take('10.0.0.1')).toBe(500);
  expect(rates.take('10.0.0.2')).toBe(0);
  pass(499);
  expect(rates.take('10.0.0.1')).toBeGreaterThan(0);
  pass(2);
  expect(rates.take('10.0.0.1')).toBe(0);
  expect(rates.take('10.0.0.1')).toBeGreaterThan(490);
});

test('who waits as told is let in, however often others were refused meanwhile', () => {
  const { rates, pass } = setUp(2);
  for (let n = 0; n < 1000; n += 1) rates.take('10.0.0.1');
  pass(rates.take('10.0.0.1'));
  expect(rates.take('10.0.0.1')).toBe(0);
});

test('the log is told once a burst, with what to do', () => {
  const { rates, log, pass } = setUp(2);
  const burst = () => {
    for (let n = 0; n < 10; n += 1) rates.take('10.0.0.1');
  };
  burst();
  burst();
  expect(log.lines).toEqual([
    {
      level: 'warn',
      text: expect.stringMatching(/More than 2 sockets.*BATON_TRUST_PROXY.*rateLimits\.addressSockets/),
      facts: { address: '10.0.0.1' },
    },
  ]);
  pass(20_000);
  burst();
  expect(log.lines).toHaveLength(2);
});

test('an address that is not known is not counted', () => {
  const { rates } = setUp(1);
  for (let n = 0; n < 10; n += 1) expect(rates.take(null)).toBe(0);
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002:ffff:1:2:3', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::', '0:0:0:0'],
  ['fe80::1:2:3:4:5', 'fe80:0:0:1'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['64:ff9b::1.2.3.4', '64:ff9b:0:0'],
  ['not an address', 'not an address'],
])('%s is of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
