import { describe, expect, it } from 'vitest';
import type { BotHistoryItem } from '../bot.js';
import { everydayWords } from './everyday-words.js';
import { isAskedAgain, readingsOf } from './question.js';
import { createReadTerms } from './terms.js';

const readTerms = createReadTerms(everydayWords);
const visitor = (text: string): BotHistoryItem => ({ author: 'visitor', text });
const bot = (text: string): BotHistoryItem => ({ author: 'bot', text });

describe('the terms of a question', () => {
  it.each([
    ['How much is shipping?', "What's the DELIVERY cost"],
    ['I want my money back', 'refunds, please!'],
    ['Can I send it back?', 'returning'],
    ['personalised organizer colours', 'Personalized organiser colors'],
    ['Würfel', 'wurfel'],
  ])('are the same for "%s" and "%s"', (one, other) => {
    expect(new Set(readTerms(one))).toEqual(new Set(readTerms(other)));
  });

  it('tell apart what only sounds alike', () => {
    expect(readTerms('Longe')).not.toEqual(readTerms('How long?'));
    expect(readTerms('return')).not.toEqual(readTerms('exchange'));
  });

  it('are none where nothing is asked', () => {
    expect(readTerms('Could you please help me with something?')).toEqual([]);
  });
});

describe('readingsOf', () => {
  const history = [visitor('What does delivery to Spain cost?'), bot('€4.90'), visitor('thanks')];

  it('reads a question that stands by itself by itself', () => {
    expect(readingsOf('Do you wrap gifts?', history, readTerms)).toHaveLength(1);
    expect(readingsOf('and to Canada?', [], readTerms)).toHaveLength(1);
  });

  it('reads one that goes on together with the question before, which weighs less', () => {
    const [together, alone] = readingsOf('and to Canada?', history, readTerms);
    expect([...together.keys()].sort()).toEqual(['canada', 'cost', 'deliveri', 'spain']);
    expect(together.get('canada')).toBe(1);
    expect(together.get('spain')).toBeLessThan(0.5);
    expect([...(alone?.keys() ?? [])]).toEqual(['canada']);
  });

  it('tries one that points back by itself first', () => {
    const [alone, together] = readingsOf('Is it insured?', history, readTerms);
    expect([...alone.keys()]).toEqual(['insur']);
    expect(together?.has('spain')).toBe(true);
  });
});

describe('isAskedAgain', () => {
  const asked = visitor('How much is shipping?');

  it('is true for the third time, in whatever words, and every third after it', () => {
    expect(isAskedAgain('delivery cost?', [], readTerms)).toBe(false);
    expect(isAskedAgain('delivery cost?', [asked, bot('€5')], readTerms)).toBe(false);
    expect(isAskedAgain('delivery cost?', [asked, bot('€5'), asked], readTerms)).toBe(true);
    expect(isAskedAgain('delivery cost?', [asked, asked, asked], readTerms)).toBe(false);
    expect(isAskedAgain('delivery cost?', [asked, asked, asked, asked, asked], readTerms)).toBe(true);
  });

  it('begins anew when an agent has answered', () => {
    const history = [asked, asked, { author: 'agent', text: 'It is €5.' } as const];
    expect(isAskedAgain('delivery cost?', history, readTerms)).toBe(false);
  });

  it('knows other questions and small talk from it', () => {
    expect(isAskedAgain('delivery time?', [asked, asked], readTerms)).toBe(false);
    expect(isAskedAgain('hm?', [visitor('hm?'), visitor('hm?')], readTerms)).toBe(false);
  });
});
