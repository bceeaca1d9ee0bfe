import { describe, expect, it } from 'vitest';
import { besidesHumans, smallTalkIn } from './small-talk.js';

describe('smallTalkIn', () => {
  it.each([
    ['Hi!', 'greeting'],
    ['hello there 👋', 'greeting'],
    ['Good evening', 'greeting'],
    ['Thanks a lot!', 'thanks'],
    ['ok thank you so much', 'thanks'],
    ['Bye', 'farewell'],
    ['Are you a bot?', 'who'],
    ['are you human', 'who'],
    ['Am I talking to a real person?', 'who'],
    ['is this a bot or a human?', 'who'],
    ['Who are you?', 'who'],
    ['What can you do?', 'skills'],
    ['help', 'skills'],
    ['Yes, please', 'yes'],
    ['No, thanks.', 'no'],
  ])('hears it in "%s"', (text, kind) => {
    expect(smallTalkIn(text)).toBe(kind);
  });

  it.each([
    'Hi, where is my order?',
    'thanks, and what does it cost?',
    'no refund yet',
    'are your bags waterproof?',
    'is this bag real leather?',
    'yes but how long does it take',
    '',
  ])('hears none in "%s"', (text) => {
    expect(smallTalkIn(text)).toBeNull();
  });

  it('answers hostile text at once', () => {
    const startedAt = performance.now();
    for (const part of ['hi ', 'thanks ', 'ok ', 'are you a ', 'no ']) smallTalkIn(part.repeat(1333));
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});

describe('besidesHumans', () => {
  it('leaves the question when the visitor waves humans off beside it', () => {
    expect(besidesHumans("I don't need an agent, how long is the warranty?")).toBe(
      ' how long is the warranty?',
    );
  });

  it('leaves a message that has no other clause as it is', () => {
    expect(besidesHumans('When are your agents there?')).toBe('When are your agents there?');
  });
});
