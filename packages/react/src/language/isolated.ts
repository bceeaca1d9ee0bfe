/** A text that runs its own way inside a sentence that may run the other: nothing around it turns, nor does it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
