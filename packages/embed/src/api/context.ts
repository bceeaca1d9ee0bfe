import { factLimits as most } from '@batonchat/core';
import type { Embedded } from '../embedded.js';
import { complain, wrongCall, wrongFacts } from './complaints.js';

/** Adds facts to what agents are told of the visitor; null takes one back. What is too much is told and left. */
export function context({ client, facts }: Embedded, given: unknown): void {
  if (typeof given !== 'object' || given === null) {
    complain(wrongCall('context', 'an object of facts, such as { plan: "pro" }'));
    return;
  }
  for (const [name, value] of Object.entries(given)) {
    const problem = problemOf(name, value, facts);
    if (problem) complain(wrongFacts(problem));
    else if (value === null || value === undefined) delete facts[name];
    else facts[name] = String(value);
  }
  client.renewVisit();
}

function problemOf(name: string, value: unknown, facts: object): string | null {
  const { length } = String(value);
  if (name.trim() === '' || name.length > most.nameCharacters) return `the name "${name}" is not taken.`;
  if (name in Object.prototype) return `"${name}" is no name for a fact.`;
  if (typeof value === 'object' && value !== null) return `"${name}" is no text, number or boolean.`;
  if (length > most.characters) return `"${name}" has ${length} characters.`;
  if (!(name in facts) && Object.keys(facts).length >= most.count) return `"${name}" is one too many.`;
  return null;
}
