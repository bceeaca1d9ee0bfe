import * as v from 'valibot';

/**
 * Text that both stores keep unchanged: NUL is refused (one store cuts at it, the other refuses it), a lone
 * surrogate becomes U+FFFD, everything else stays as it was typed.
 */
/* @__NO_SIDE_EFFECTS__ */
export const text = (maxCharacters: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxCharacters, `Longer than ${maxCharacters} characters.`),
    v.check((value) => !value.includes('\0'), 'Contains the NUL character.'),
    v.transform((value) => value.toWellFormed()),
  );

/** Text of which something is left when the white space is taken away. */
/* @__NO_SIDE_EFFECTS__ */
export const filledText = (maxCharacters: number) =>
  v.pipe(
    text(maxCharacters),
    v.check((value) => value.trim() !== '', 'Is empty.'),
  );

const isNoKeyOfEveryObject = v.check<string, string>((value) => !(value in Object.prototype), 'Is no id.');

/**
 * An id: minted by a client (128 random bits or more) or derived from one; safe in a URL, a log and as the key
 * of an object, which is why `__proto__` and `constructor` are none.
 */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,100}$/, 'Is no id.'), isNoKeyOfEveryObject);

/** A command's id. Without a dot: its events are `id`, `id.1`, `id.2`, which no other command may take. */
export const commandId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_:-]{1,80}$/, 'Is no id.'),
  isNoKeyOfEveryObject,
);

/** A count or a position in a log. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Epoch milliseconds. */
export const time = v.pipe(v.number(), v.safeInteger());
