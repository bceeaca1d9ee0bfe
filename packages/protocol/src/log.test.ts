import { expect, test } from 'vitest';
import { deskEvent, sharedEvent } from './event.js';
import { logOf } from './log.js';

test('every type of event stands in the log of its schema', () => {
  for (const { entries } of sharedEvent.options) expect(logOf(entries.type.literal)).toBe('shared');
  for (const { entries } of deskEvent.options) expect(logOf(entries.type.literal)).toBe('desk');
});

test('a type that is not known stands in the shared log, whatever it is called', () => {
  for (const type of ['rating-given', 'constructor', '__proto__', '']) expect(logOf(type)).toBe('shared');
});
