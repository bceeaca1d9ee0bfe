import { endReasons } from '@batonchat/protocol';
import { describe, expect, it } from 'vitest';
import { attachLabels } from '../composer/attach-labels.js';
import { emojiLabels } from '../emoji/emoji-labels.js';
import { handoffLabels } from '../handoff/handoff-labels.js';
import type { CompleteLabels, Labels } from '../labels.js';
import { partLabels } from '../parts/english-parts.js';
import { seldomLabels } from '../widget/english-seldom.js';
import { loadLocale, localeTags } from './load-locale.js';
import type { LocaleTag } from './locale.js';
import type { PluralCategories } from './plural-categories.js';

const locales = await Promise.all(localeTags.map(loadLocale));
/** English comes with what needs it; in other languages all is in one file. */
const all = (tag: string, labels: Labels) =>
  (tag === 'en'
    ? { ...partLabels, ...handoffLabels, ...attachLabels, ...emojiLabels, ...seldomLabels, ...labels }
    : labels) as CompleteLabels;
const sides = locales.flatMap(({ tag, visitorLabels, agentLabels }) => {
  if (!agentLabels) throw new Error(`locales/${tag}.ts has no agentLabels.`);
  return [
    { tag, side: 'visitorLabels', labels: all(tag, visitorLabels) },
    { tag, side: 'agentLabels', labels: all(tag, agentLabels) },
  ] as const;
});
const [english, englishForAgents] = sides.map(({ labels }) => labels);
if (!english || !englishForAgents || locales[0]?.tag !== 'en')
  throw new Error('English is to be the first of localeTags.');
const others = sides.filter(({ tag }) => tag !== 'en');

const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1.5];
const [ada, ben, mail] = ['Ada', 'Ben', 'jo@example.com'];

type Said = {
  [Key in keyof CompleteLabels]: (label: CompleteLabels[Key]) => [text: string, ...holds: string[]][];
};

/** Every text that a label can say, with what was put into it and must be in there. */
const said: Said = {
  ...(Object.fromEntries(
    Object.entries(english)
      .filter(([, label]) => typeof label === 'string')
      .map(([key]) => [key, (label: string) => [[label]]]),
  ) as unknown as Said),
  unread: (label) => counts.map((count) => [label(count)]),
  newMessages: (label) => counts.map((count) => [label(count)]),
  tooLong: (label) => counts.map((count) => [label(count)]),
  charactersLeft: (label) => counts.map((count) => [label(count)]),
  fieldTooLong: (label) => counts.map((count) => [label(count)]),
  isTyping: (label) => [
    [label([ada]), ada],
    ...counts.slice(1, -1).map((count): [string, string] => [label([ada, ...Array(count).fill(ben)]), ada]),
  ],
  waited: (label) => [[label(65_000)]],
  minutes: (label) => [[label(0)], [label(240_000)]],
  queuePosition: (label) => [[label(1)], [label(3), '3']],
  estimatedWait: (label) => [[label('4 min'), '4 min']],
  withAgent: (label) => [[label(ada), ada]],
  noticeRequested: (label) => (['visitor', 'bot', 'agent', 'system'] as const).map((by) => [label(by)]),
  noticeContactLeft: (label) => [[label(mail), mail], [label('')]],
  noticeClaimed: (label) => [[label(ada), ada]],
  noticeRequeued: (label) => [[label(ada), ada]],
  noticeTransferred: (label) => [[label(ada, ben), ada, ben]],
  noticeResolved: (label) =>
    endReasons.flatMap((reason): [string, ...string[]][] => [
      [label(reason, ada), ...(reason === 'resolved-by-agent' ? [ada] : [])],
      [label(reason, null)],
    ]),
  noticeResumed: (label) => [[label(ada), ada]],
  transcriptMailed: (label) => [[label(mail), mail]],
  transcriptRefused: (label) => [[label(mail), mail]],
  code: (label) => [[label('css'), 'css'], [label(null)]],
  time: (label) => [[label(0)]],
  day: (label) => [[label(0, 0)]],
  card: (label) => [[label(2, 3), '2', '3']],
  score: (label) => [[label(4, 5), '4', '5']],
  openImage: (label) => [[label('bag.png'), 'bag.png']],
  picture: (label) => [[label('bag.png'), 'bag.png']],
  imageFailed: (label) => [[label('bag.png'), 'bag.png']],
  fieldMissing: (label) => [[label('XYZ'), 'XYZ']],
  attachHint: (label) => [[label('10 MB'), '10 MB']],
  attached: (label) => [[label('bag.png'), 'bag.png']],
  uploaded: (label) => [[label('bag.png'), 'bag.png']],
  removeFile: (label) => [[label('bag.png'), 'bag.png']],
  fileTooLarge: (label) => [[label('10 MB'), '10 MB']],
  tooManyFiles: (label) => counts.map((count) => [label(count)]),
  fileSize: (label) => [[label(12)], [label(1_234_567)]],
};

const keys = Object.keys(said) as (keyof CompleteLabels)[];
const textsOf = (labels: CompleteLabels, key: keyof CompleteLabels) =>
  (said[key] as (label: unknown) => [string][])(labels[key]);

it('this test knows what to put into every label there is', () => {
  expect(Object.keys(english).filter((key) => !(key in said))).toEqual([]);
});

describe.each(sides)('$tag $side', ({ tag, side, labels }) => {
  it('has every label, and says what is put into it', () => {
    const wrong = keys.flatMap((key) => {
      if (labels[key] === undefined) return [`${key} is missing in locales/${tag}.ts, ${side}`];
      return textsOf(labels, key)
        .filter(
          ([text, ...holds]) =>
            text.trim() === '' ||
            /#|\b(undefined|null|NaN)\b/.test(text) ||
            holds.some((part) => !text.includes(part)),
        )
        .map(([text]) => `${key} says "${text}" in locales/${tag}.ts, ${side}`);
    });
    expect(wrong).toEqual([]);
  });

  it('tells the number wherever it is more than two', () => {
    for (const key of [
      'unread',
      'newMessages',
      'tooLong',
      'fieldTooLong',
      'charactersLeft',
      'tooManyFiles',
    ] as const)
      for (const count of [3, 5, 11, 21, 100, 1.5])
        expect(labels[key](count), key).toContain(new Intl.NumberFormat(tag).format(count));
  });

  it('has a sentence of its own for every end of a handoff', () => {
    const sentences = endReasons.map((reason) => labels.noticeResolved(reason, ada));
    expect(new Set(sentences).size).toBe(endReasons.length);
  });
});

/** The same word in both languages. */
const sameInEnglish: Partial<Record<LocaleTag, RegExp>> = {
  de: /^(Chat|Bot|Name|optional|Code|Code, css)$/,
  fr: /^(Chat|Conversation|Assistant|Bot|Message|Code|Code, css|Menu)$/,
  es: /^(Chat|Bot|No)$/,
  it: /^(Chat|Bot|No|Menu)$/,
  'pt-BR': /^(Chat|Bot|Menu)$/,
  nl: /^(Chat|Bot|Code|Code, css|Menu)$/,
  pl: /^(Bot|Menu)$/,
  cs: /^(Chat|Bot)$/,
  sv: /^Bot$/,
  da: /^(Chat|Bot|Send|Download|Menu)$/,
  fi: /^Chat$/,
  tr: /^Bot$/,
};

describe.each(others)('$tag $side', ({ tag, side, labels }) => {
  const own = side === 'visitorLabels' ? english : englishForAgents;

  it('leaves nothing in English', () => {
    const left = keys
      .filter((key) => !['waited', 'time', 'day', 'fileSize', 'minutes'].includes(key))
      .flatMap((key) => {
        const inEnglish = textsOf(own, key).map(([text]) => text);
        return textsOf(labels, key)
          .filter(([text]) => inEnglish.includes(text) && !sameInEnglish[tag as LocaleTag]?.test(text))
          .map(([text]) => `${key}: ${text}`);
      });
    expect(left).toEqual([]);
  });

  it('is set as print is: no straight quotes, no three dots', () => {
    const texts = keys.flatMap((key) => textsOf(labels, key).map(([text]) => text));
    expect(texts.filter((text) => /['"]|\.\.\.|\s$|^\s| {2}/.test(text))).toEqual([]);
    if (tag === 'fr') expect(texts.filter((text) => /[^\u202f][?!;]|[^\u202f\d]:/.test(text))).toEqual([]);
    if (tag === 'es') expect(texts.filter((text) => text.includes('?') && !text.includes('¿'))).toEqual([]);
  });
});

/** Where there is little room: buttons, badges, states. */
const tight = [
  ...(['send', 'retry', 'discard', 'dismiss', 'tryNow', 'reload', 'jumpToLatest'] as const),
  ...(['sending', 'sent', 'delivered', 'seen', 'failed', 'botBadge', 'agentBadge'] as const),
  ...(['talkToHuman', 'acceptOffer', 'declineOffer', 'cancelRequest', 'endConversation'] as const),
  ...(['leaveDetails', 'hideDetails', 'contactSubmit', 'contactSubmitAndLeave'] as const),
  ...(['confirmChoices', 'submitForm', 'submitRating', 'pickOption', 'optional'] as const),
  ...(['contactSubmitFirst', 'waitingForHuman', 'notConnected', 'botStatus', 'agentStatus'] as const),
];
/** So short that it fits anywhere. */
const fitsAnywhere = 14;
/** Longer than the English by more than 1.6, and looked at. */
const longer = /^(fr acceptOffer|da agentStatus|nl sending|sv talkToHuman|fi talkToHuman)$/;

it('where there is little room, no text is longer than the English by more than 1.6', () => {
  const long = others.flatMap(({ tag, labels }) =>
    tight
      .filter((key) => labels[key].length > Math.max(fitsAnywhere, 1.6 * english[key].length))
      .map((key) => ({ id: `${tag} ${key}`, text: labels[key] })),
  );
  expect(long.filter(({ id }) => !longer.test(id))).toEqual([]);
});

it('what runs from right to left is so written, and names stand apart in it', () => {
  const turned = sides.filter(({ tag }) => tag === 'ar' || tag === 'he');
  expect(locales.filter(({ dir }) => dir === 'rtl').map(({ tag }) => tag)).toEqual(['ar', 'he']);
  for (const { labels } of turned)
    for (const key of keys)
      for (const [text, ...holds] of textsOf(labels, key))
        for (const part of holds.filter((each) => /\D/.test(each)))
          expect(text).toContain(`\u2068${part}\u2069`);
});

/** Whole millions alone have this form there, and no count here gets to them. */
const unheard: Partial<Record<LocaleTag, string>> = { fr: 'many', es: 'many', it: 'many', 'pt-BR': 'many' };
const oneOther = ['one', 'other'] as const;
const slavic = ['few', 'many', 'one', 'other'] as const;
const categories: { [Tag in LocaleTag]: readonly PluralCategories[Tag][] } = {
  ...{
    en: oneOther,
    de: oneOther,
    fr: oneOther,
    es: oneOther,
    it: oneOther,
    'pt-BR': oneOther,
    nl: oneOther,
  },
  ...{
    sv: oneOther,
    da: oneOther,
    fi: oneOther,
    tr: oneOther,
    pl: slavic,
    cs: slavic,
    ru: slavic,
    uk: slavic,
  },
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
  he: ['one', 'other', 'two'],
  ...{ ja: ['other'], ko: ['other'], 'zh-Hans': ['other'] },
};

it.each(localeTags)('%s must give every form that Intl may ask for', (tag) => {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  expect([...categories[tag]]).toEqual(pluralCategories.filter((each) => each !== unheard[tag]).sort());
});
