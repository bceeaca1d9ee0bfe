import { limits } from '@batonchat/protocol';

/** Why a text cannot be sent. */
export type TextRefusal = 'empty' | 'too-long';

/** What is wrong with a text, or null. The relay refuses at the same numbers. */
export function checkText(text: string): TextRefusal | null {
  if (text.trim() === '') return 'empty';
  return text.length > limits.messageCharacters ? 'too-long' : null;
}
