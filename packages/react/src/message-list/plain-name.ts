/** Marks that turn writing round or set it apart (UAX 9). A name needs none: its letters say how they run. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name without marks that would turn its letters, or what stands behind it, round: nobody is called `Ada` by
 * calling themselves `\u202EadA`, and `Mallory\u202E` does not reverse the sentence that names them.
 */
export const plainName = (name: string): string => name.replace(turning, '');
