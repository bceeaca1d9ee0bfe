import { describe, expect, test } from 'vitest';
import { checkOrigin, clientAddress } from './origins.js';

const own = 'https://chat.shop.example';
const allowed = ['https://shop.example', 'https://xn--bcher-kva.example', 'http://localhost:3000'];

describe('an origin', () => {
  test.each([
    [own, true],
    ['https://shop.example', false],
    ['https://xn--bcher-kva.example', false],
    ['http://localhost:3000', false],
  ])('%s may embed the widget', (origin, isSame) => {
    expect(checkOrigin(origin, own, allowed)).toEqual({ origin, isSame, isAllowed: true });
  });

  test.each([
    ['missing', undefined],
    ['null', 'null'],
    ['empty', ''],
    ['a suffix', 'https://evilshop.example'],
    ['a prefix', 'https://shop.example.evil.example'],
    ['a sub-domain', 'https://www.shop.example'],
    ['a super-domain', 'https://example'],
    ['in another case', 'https://Shop.example'],
    ['on a port', 'https://shop.example:8443'],
    ['on the port that is meant anyway', 'https://shop.example:443'],
    ['without encryption', 'http://shop.example'],
    ['with a trailing dot', 'https://shop.example.'],
    ['with a trailing slash', 'https://shop.example/'],
    ['with a path', 'https://shop.example/cart'],
    ['with userinfo', 'https://shop.example@evil.example'],
    ['behind userinfo', 'https://user@shop.example'],
    ['not in punycode', 'https://bücher.example'],
    ['a file', 'file://'],
    ['an extension', 'chrome-extension://abcdefghijklmnop'],
    ['an address', 'http://127.0.0.1:3000'],
    ['two origins', 'https://shop.example https://evil.example'],
    ['surrounded by spaces', ' https://shop.example'],
    ['own on another port', 'https://chat.shop.example:9099'],
  ])('that is %s may not', (_, origin) => {
    expect(checkOrigin(origin, own, allowed)).toMatchObject({ isSame: false, isAllowed: false });
  });

  test('can be let in by a rule of the host’s own, which does not make it the relay’s', () => {
    const rule = (origin: string) => origin.endsWith('.shop.example');
    expect(checkOrigin('https://eu.shop.example', own, [rule])).toMatchObject({
      isAllowed: true,
      isSame: false,
    });
  });
});

describe('the address of a client', () => {
  test.each([
    ['is the peer’s where no proxy is trusted', '6.6.6.6, 1.2.3.4', '10.0.0.1', 0, '10.0.0.1'],
    ['is what the one proxy saw', '6.6.6.6, 1.2.3.4', '10.0.0.1', 1, '1.2.3.4'],
    ['is what the outer of two proxies saw', '6.6.6.6, 1.2.3.4, 10.0.0.2', '10.0.0.1', 2, '1.2.3.4'],
    ['is the first that is known when there are fewer', '1.2.3.4', '10.0.0.1', 5, '1.2.3.4'],
    ['is written in one way', null, '::ffff:10.0.0.1', 0, '10.0.0.1'],
    ['may be unknown', null, undefined, 0, null],
  ])('%s', (_, forwarded, peer, hops, address) => {
    expect(clientAddress(forwarded, peer, hops)).toBe(address);
  });
});
