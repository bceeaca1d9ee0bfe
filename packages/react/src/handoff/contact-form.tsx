import type { Contact } from '@batonchat/protocol';
import { type FormEvent, useId, useRef, useState } from 'react';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { type ContactProblems, checkContact } from './check-contact.js';
import { handoffLabels } from './handoff-labels.js';

/** Props of {@link ContactForm}. */
export interface ContactFormProps {
  /** Why the form is there, in a sentence. */
  intro: string;
  /** With the fields trimmed, once they would be taken. */
  onSubmit: (contact: Contact) => void;
  /** Offers to stop waiting as well: submits by its own button. */
  onSubmitAndLeave?: ((contact: Contact) => void) | undefined;
  /** Offers to give up what was typed. */
  onDiscard?: (() => void) | undefined;
  /** The first button's text. */
  submitLabel?: string | undefined;
  /** What is known already. */
  initial?: Contact | null;
  /** Why the last try was not taken, in a sentence. */
  problem?: string | null;
  labels?: Labels;
}

const fields = ['name', 'email', 'message'] as const;
const isLeaveButton = (button: HTMLElement | null) => button?.dataset['leave'] === 'true';

/** Asks how the visitor can be reached. Whatever is missing or wrong is said at its field, and nothing is lost. */
export function ContactForm({
  intro,
  onSubmit,
  onSubmitAndLeave,
  onDiscard,
  submitLabel,
  initial = null,
  problem = null,
  labels: some = visitorLabels,
}: ContactFormProps) {
  const labels = { ...handoffLabels, ...some };
  const form = useRef<HTMLFormElement>(null);
  const [contact, setContact] = useState<Contact>(initial ?? { name: '', email: '', message: '' });
  const [problems, setProblems] = useState<ContactProblems>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const trimmed = {
      name: contact.name.trim(),
      email: contact.email.trim(),
      message: contact.message.trim(),
    };
    const found = checkContact(trimmed, labels);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${first === 'form' ? 'name' : first}"]`)?.focus();
      return;
    }
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (isLeaveButton(submitter)) onSubmitAndLeave?.(trimmed);
    else onSubmit(trimmed);
  };

  return (
    <form ref={form} className="baton-form" noValidate onSubmit={submit}>
      <p className="baton-form-intro">{intro}</p>
      {fields.map((field) => (
        <ContactField
          key={field}
          field={field}
          value={contact[field]}
          problem={problems[field]}
          labels={labels}
          onChange={(value) => setContact((before) => ({ ...before, [field]: value }))}
        />
      ))}
      {(problems.form ?? problem) && (
        <p className="baton-field-problem" role="alert">
          {problems.form ?? problem}
        </p>
      )}
      <div className="baton-form-actions">
        <button type="submit" className="baton-button baton-button-primary">
          {submitLabel ?? labels.contactSubmit}
        </button>
        {onSubmitAndLeave && (
          <button type="submit" className="baton-button" data-leave="true">
            {labels.contactSubmitAndLeave}
          </button>
        )}
        {onDiscard && (
          <button type="button" className="baton-button" onClick={() => onDiscard()}>
            {labels.discard}
          </button>
        )}
      </div>
    </form>
  );
}

/** Props of {@link ContactField}. */
export interface ContactFieldProps {
  field: keyof Contact;
  value: string;
  /** What is wrong with it, in a sentence. */
  problem: string | undefined;
  labels: Labels;
  onChange: (value: string) => void;
}

/** One thing by which a visitor can be reached. */
export function ContactField({ field, value, problem, labels, onChange }: ContactFieldProps) {
  const id = useId();
  const shared = {
    id,
    name: field,
    className: 'baton-field-input',
    value,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div className="baton-field">
      <label htmlFor={id}>
        {{ name: labels.contactName, email: labels.contactEmail, message: labels.contactText }[field]}
      </label>
      {field === 'message' ? (
        <textarea {...shared} rows={2} dir="auto" />
      ) : (
        <input {...shared} type={field === 'email' ? 'email' : 'text'} autoComplete={field} />
      )}
      {problem !== undefined && (
        <p className="baton-field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
