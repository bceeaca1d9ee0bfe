import { limits } from '@batonchat/protocol';

/** The claims of a token that say how a visitor is shown; who it is stands elsewhere. */
export interface ShownClaims {
  name: unknown;
  email: unknown;
  facts: unknown;
}

/**
 * The claims with what is too long made to fit, since nobody is to be locked out by a long name: names and what facts
 * say are cut with an ellipsis, between characters as a reader sees them. What a cut would make wrong, an email address
 * or a fact's name, is left out, as are facts beyond those that fit, and said in `leftOut`: words for a log, which
 * name no person. What is wrong in another way stays as it is.
 */
export function fitClaims({ name, email, facts }: ShownClaims): ShownClaims & { leftOut: string[] } {
  const leftOut: string[] = [];
  const isTooLong = typeof email === 'string' && email.length > limits.emailCharacters;
  if (isTooLong) leftOut.push(`email: longer than ${limits.emailCharacters} characters`);
  return {
    name: fitText(name, limits.nameCharacters),
    email: isTooLong ? null : email,
    facts: isObject(facts) ? fitFacts(facts, leftOut) : facts,
    leftOut,
  };
}

function fitFacts(facts: Record<string, unknown>, leftOut: string[]): Record<string, unknown> {
  const named = Object.entries(facts).filter(([name]) => name.length <= limits.factNameCharacters);
  const count = Object.keys(facts).length;
  if (named.length < count) leftOut.push(`facts: names longer than ${limits.factNameCharacters} characters`);
  if (named.length > limits.facts) leftOut.push(`facts: more than ${limits.facts}`);
  return Object.fromEntries(
    named.slice(0, limits.facts).map(([name, value]) => [name, fitText(value, limits.factCharacters)]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const characters = new Intl.Segmenter();

function fitText(text: unknown, most: number): unknown {
  if (typeof text !== 'string' || text.length <= most) return text;
  const trimmed = text.trim();
  if (trimmed.length <= most) return trimmed;
  let fitting = '';
  for (const { segment } of characters.segment(trimmed)) {
    if (fitting.length + segment.length >= most) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}…`;
}
