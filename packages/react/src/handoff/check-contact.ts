import { type Contact, limits } from '@batonchat/protocol';
import type { HandoffLabels } from './handoff-labels.js';

/** What is wrong with a contact, in sentences, by field; `form` where no one field is to blame. */
export type ContactProblems = Partial<Record<keyof Contact | 'form', string>>;

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The problems that the relay would refuse a contact for, told before it is sent. */
export function checkContact(contact: Contact, labels: HandoffLabels): ContactProblems {
  const tooLong = (field: keyof Contact, limit: number) =>
    contact[field].length > limit ? { [field]: labels.fieldTooLong(limit) } : {};
  return {
    ...(contact.email !== '' && !looksLikeEmail.test(contact.email) ? { email: labels.invalidEmail } : {}),
    ...(Object.values(contact).every((value) => value === '') ? { form: labels.contactEmpty } : {}),
    ...tooLong('name', limits.nameCharacters),
    ...tooLong('email', limits.emailCharacters),
    ...tooLong('message', limits.messageCharacters),
  };
}
