import { expect, it } from 'vitest';
import { browserName } from './browser-name.js';

it('says what people would say, not what the string pretends to be', () => {
  const names = {
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0': 'Firefox on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0':
      'Edge on Windows',
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36':
      'Chrome on Android',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1':
      'Safari on iPhone',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15':
      'Safari on macOS',
  };
  for (const [userAgent, name] of Object.entries(names)) expect(browserName(userAgent)).toBe(name);
});

it('claims nothing about a string that names nothing known', () => {
  expect(browserName('curl/8.5.0')).toBeNull();
});
