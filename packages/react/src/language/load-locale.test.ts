import { afterEach, describe, expect, it, vi } from 'vitest';
import { de } from '../locales/de.js';
import { en } from '../locales/en.js';
import { loadFrom, loadLocale, localeTags, matchLocale } from './load-locale.js';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => warn.mockClear());

describe('the language for a tag', () => {
  it.each([
    ['de-AT', 'de'],
    ['de_CH', 'de'],
    ['DE', 'de'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['iw', 'he'],
    ['ar-EG', 'ar'],
    ['en-GB', 'en'],
  ])('%s is spoken as %s', (wanted, tag) => expect(matchLocale(wanted)).toBe(tag));

  it.each(['fa', 'zh-TW', 'zh-Hant', 'ar-Latn', 'no tag', '', '-'])('%j is not spoken', (wanted) =>
    expect(matchLocale(wanted)).toBeNull(),
  );
});

describe('loading a language', () => {
  it('gives every one of them under its own tag', async () => {
    const loaded = await Promise.all(localeTags.map(loadLocale));
    expect(loaded.map(({ tag }) => tag)).toEqual(localeTags);
    expect(localeTags).toHaveLength(20);
    expect(warn).not.toHaveBeenCalled();
  });

  it('takes the first that is spoken of several, and complains about none', async () => {
    expect(await loadLocale(['fa-IR', 'no tag', 'de-AT', 'fr'])).toBe(de);
    expect(await loadLocale(['fa'])).toBe(en);
    expect(warn).not.toHaveBeenCalled();
  });

  it('falls back to English where there is no such language, and says so once with what there is', async () => {
    expect(await loadLocale('tlh')).toBe(en);
    expect(await loadLocale('tlh')).toBe(en);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.lastCall?.[0]).toMatch(/"tlh".*zh-Hans/);
  });

  it('falls back to English where the file does not come, and says once why', async () => {
    const gone = new Error('gone');
    const from = Object.fromEntries(localeTags.map((tag) => [tag, () => Promise.reject(gone)]));
    const loadGone = () => loadFrom(from as unknown as Parameters<typeof loadFrom>[0], 'sv-FI');
    expect(await loadGone()).toBe(en);
    expect(await loadGone()).toBe(en);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('"sv"'), gone);
  });
});
