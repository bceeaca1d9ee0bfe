/** A text that runs its own way inside a sentence that may run the other: nothing around it turns, nor does it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Marks that turn writing round or set it apart (UAX 9). A name needs none: its letters say how they run. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name without marks that would turn its letters, or what stands behind it, round: nobody is called `Ada` by
 * calling themselves `\u202EadA`, and `Mallory\u202E` does not reverse the sentence that names them.
 */
export const plainName = (name: string): string => name.replace(turning, '');

/** Hebrew, Arabic and the scripts akin to them. */
const fromRightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** A name inside a sentence: one that runs from right to left moves none of the words and numbers beside it. */
export const nameInSentence = (name: string): string => {
  const plain = plainName(name);
  return fromRightToLeft.test(plain) ? isolated(plain) : plain;
};
