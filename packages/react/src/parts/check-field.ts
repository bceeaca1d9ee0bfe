import { type FormField, limits } from '@batonchat/protocol';
import type { AllLabels } from './english-parts.js';

/** What stands in a field: true or false of a checkbox, else text. */
export type FieldValue = string | boolean;

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const looksLikePhone = /^\+?[\d\s().\-/]{5,}$/;
const looksLikeDate = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a field, in a sentence; null where nothing is. Text is taken as trimmed. */
export function checkField(field: FormField, value: FieldValue, labels: AllLabels): string | null {
  const { kind, label, isRequired } = field;
  if (value === '' || value === false) return isRequired ? labels.fieldMissing(label) : null;
  if (typeof value === 'boolean') return null;
  if (value.length > limits.answerCharacters) return labels.fieldTooLong(limits.answerCharacters);
  switch (kind) {
    case 'email':
      return looksLikeEmail.test(value) ? null : labels.invalidEmail;
    case 'phone':
      return looksLikePhone.test(value) ? null : labels.invalidPhone;
    case 'number':
      return isNumber(value) ? null : labels.invalidNumber;
    case 'date':
      return looksLikeDate.test(value) ? null : labels.invalidDate;
    case 'select':
      return field.options?.includes(value) ? null : labels.fieldMissing(label);
    default:
      return null;
  }
}

/** Digits as people write them: with a comma or a point, and with blanks between thousands. */
const isNumber = (value: string): boolean => /^[-+]?\d[\d\s\u00a0\u202f]*([.,]\d+)*$/.test(value);
