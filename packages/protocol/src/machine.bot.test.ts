import { expect, test } from 'vitest';
import type { BotCommand } from './command.js';
import { byBot, saying, soon, wish } from './testing/people.js';
import { decided, type Stage, settings, stages } from './testing/stages.js';

const parts = saying('We open at nine.');

/** What the bot may do in every stage of a handoff, cell by cell, under the ownership as it stands there. */
const table: Record<string, { answer: Partial<BotCommand> } & Record<Stage, string>> = {
  answers: {
    answer: { parts },
    none: 'message',
    offered: 'message',
    collecting: 'message',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'message',
    cancelled: 'message',
    expired: 'message',
  },
  'offers a human': {
    answer: { handoff: wish('offer') },
    none: 'offered + briefed(low-confidence)',
    offered: 'no: already-requested',
    collecting: 'no: already-requested',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'offered + briefed(low-confidence)',
    cancelled: 'offered + briefed(low-confidence)',
    expired: 'offered + briefed(low-confidence)',
  },
  'answers and offers a human': {
    answer: { parts, handoff: wish('offer') },
    none: 'message + offered + briefed(low-confidence)',
    offered: 'message',
    collecting: 'message',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'message + offered + briefed(low-confidence)',
    cancelled: 'message + offered + briefed(low-confidence)',
    expired: 'message + offered + briefed(low-confidence)',
  },
  'asks for a human': {
    answer: { handoff: wish('handoff', { reason: 'asked', searchedKnowledge: false }) },
    none: 'requested(pending) + briefed(asked)',
    offered: 'requested(pending) + briefed(asked)',
    collecting: 'no: already-requested',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'requested(pending) + briefed(asked)',
    cancelled: 'requested(pending) + briefed(asked)',
    expired: 'requested(pending) + briefed(asked)',
  },
  'answers and asks for a human': {
    answer: { parts, handoff: wish('handoff', { reason: 'bot-tool' }) },
    none: 'message + requested(pending) + briefed(bot-tool)',
    offered: 'message + requested(pending) + briefed(bot-tool)',
    collecting: 'message',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'message + requested(pending) + briefed(bot-tool)',
    cancelled: 'message + requested(pending) + briefed(bot-tool)',
    expired: 'message + requested(pending) + briefed(bot-tool)',
  },
  'gives up without a search': {
    answer: { parts, handoff: wish('handoff', { searchedKnowledge: false }) },
    none: 'no: knowledge-not-searched',
    offered: 'no: knowledge-not-searched',
    collecting: 'no: knowledge-not-searched',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'no: knowledge-not-searched',
    cancelled: 'no: knowledge-not-searched',
    expired: 'no: knowledge-not-searched',
  },
  'says nothing': {
    answer: {},
    none: 'no: invalid',
    offered: 'no: invalid',
    collecting: 'no: invalid',
    pending: 'no: bot-is-silent',
    active: 'no: bot-is-silent',
    resolved: 'no: invalid',
    cancelled: 'no: invalid',
    expired: 'no: invalid',
  },
};

for (const [name, { answer, ...expected }] of Object.entries(table))
  test(`a bot ${name}`, () => {
    const actual = Object.fromEntries(
      Object.entries(stages).map(([stage, record]) => {
        const { ownership } = record.state;
        return [stage, decided(record, byBot('now', { ownership, ...answer }, soon))];
      }),
    );
    expect(actual).toEqual(expected);
  });

test('a turn that began under another owner says nothing in any stage', () => {
  for (const record of Object.values(stages))
    for (const ownership of [record.state.ownership - 1, record.state.ownership + 1])
      expect(decided(record, byBot('now', { ownership, parts, handoff: wish('handoff') }, soon))).toBe(
        'no: stale-ownership',
      );
});

test('a bot that may answer while the visitor waits adds no second handoff, and is still silent beside an agent', () => {
  const answers = { ...settings, botWhilePending: 'answers' } as const;
  const under = (stage: Stage, answer: Partial<BotCommand>) => {
    const { ownership } = stages[stage].state;
    return decided(stages[stage], byBot('now', { ownership, ...answer }, soon), answers);
  };
  expect(under('pending', { parts })).toBe('message');
  expect(under('pending', { parts, handoff: wish('handoff') })).toBe('message');
  expect(under('pending', { handoff: wish('offer') })).toBe('no: already-requested');
  expect(under('active', { parts })).toBe('no: bot-is-silent');
});
