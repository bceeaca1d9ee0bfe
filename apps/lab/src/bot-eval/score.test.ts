import { describe, expect, it } from 'vitest';
import type { Result } from './ask.js';
import type { Question } from './question.js';
import { confusionOf, isRight, scoreClasses } from './score.js';

const result = (
  name: Question['class'],
  expect: Question['expect'],
  outcome: Result['outcome'],
  url: string | null = null,
): Result => ({
  question: { set: 'tune', class: name, question: '?', expect, urls: ['/a', '/b'] },
  outcome,
  url,
  confidence: null,
});

const results = [
  result('answerable', 'answer', 'answer', '/b'),
  result('answerable', 'answer', 'answer', '/z'),
  result('answerable', 'answer', 'offer'),
  result('answerable', 'answer', 'handoff'),
  result('out-of-scope', 'offer', 'offer'),
  result('human', 'handoff', 'handoff'),
];

describe('the evaluation', () => {
  it('calls an answer right when it is from one of the expected articles', () => {
    expect(results.map(isRight)).toEqual([true, false, false, false, true, true]);
  });

  it('gives each class its recall, and the precision of what it should come out as', () => {
    expect(scoreClasses(results)).toEqual([
      { name: 'answerable', asked: 4, right: 1, recall: 1 / 4, precision: 1 / 2 },
      { name: 'out-of-scope', asked: 1, right: 1, recall: 1, precision: 1 / 2 },
      { name: 'human', asked: 1, right: 1, recall: 1, precision: 1 / 2 },
    ]);
  });

  it('tells what was taken for what', () => {
    expect([...(confusionOf(results).get('answerable') ?? [])]).toEqual([
      ['right answer', 1],
      ['wrong answer', 1],
      ['offer', 1],
      ['handoff', 1],
      ['reply', 0],
    ]);
  });
});
