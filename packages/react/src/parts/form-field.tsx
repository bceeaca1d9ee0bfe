import type { FormField } from '@batonchat/protocol';
import { type ChangeEvent, useId } from 'react';
import { inOrder } from '../markdown/in-order.js';
import type { FieldValue } from './check-field.js';
import type { AllLabels } from './english-parts.js';

/** Props of {@link FormFieldView}. */
export interface FormFieldProps {
  field: FormField;
  value: FieldValue;
  /** What is wrong with it, in a sentence. */
  problem: string | undefined;
  labels: AllLabels;
  onChange: (value: FieldValue) => void;
}

/** How a browser is told of a kind: a number is text, since number inputs lose what they can't read. */
const inputOf = {
  text: { type: 'text' },
  email: { type: 'email' },
  phone: { type: 'tel' },
  number: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
} as const;

/** One field with its label, and what is wrong with it. */
export function FormFieldView({ field, value, problem, labels, onChange }: FormFieldProps) {
  const id = useId();
  const { kind, label, isRequired = false, placeholder, options = [] } = field;
  const shared = {
    id,
    name: field.id,
    'aria-required': isRequired,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    ...(field.autocomplete ? { autoComplete: field.autocomplete } : {}),
  };
  const typed = {
    ...shared,
    className: 'baton-field-input',
    value: String(value),
    placeholder,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      onChange(event.currentTarget.value),
  };
  const name = (
    <label htmlFor={id} dir="auto">
      {label}
      {!isRequired && kind !== 'checkbox' && (
        <span className="baton-field-optional"> ({labels.optional})</span>
      )}
    </label>
  );
  const trouble = problem !== undefined && (
    <p className="baton-field-problem" id={`${id}-problem`}>
      {problem}
    </p>
  );
  if (kind === 'checkbox')
    return (
      <div className="baton-field baton-field-check">
        <input
          {...shared}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {name}
        {trouble}
      </div>
    );
  return (
    <div className="baton-field">
      {name}
      {kind === 'select' && (
        <select {...typed}>
          <option value="">{placeholder ?? labels.pickOption}</option>
          {inOrder(options, (option) => (
            <option value={option}>{option}</option>
          ))}
        </select>
      )}
      {kind === 'textarea' && <textarea {...typed} rows={3} dir="auto" />}
      {kind !== 'select' && kind !== 'textarea' && <input {...typed} {...inputOf[kind]} dir="auto" />}
      {trouble}
    </div>
  );
}
