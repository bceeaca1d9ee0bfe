import type { FormAnswer, FormPart } from '@batonchat/protocol';
import { type FormEvent, useId, useRef, useState } from 'react';
import { checkField, type FieldValue } from './check-field.js';
import type { AllLabels } from './english-parts.js';
import { FormFieldView } from './form-field.js';
import { Settled } from './settled.js';

/** Props of {@link Form}. */
export interface FormProps {
  form: FormPart;
  /** It waits for the visitor's answer. */
  isAsking: boolean;
  isAnswered?: boolean;
  /** Takes what was filled in, trimmed and checked. Left out where it can't be answered: not now, or not by this reader. */
  onSubmit?: ((values: FormAnswer['values']) => void) | undefined;
  labels: AllLabels;
}

type Values = Readonly<Record<string, FieldValue>>;

/** What was typed, by form: kept while its row is scrolled away, and when the answer is taken back. */
const drafts = new WeakMap<FormPart, Values>();

/**
 * A few fields, described by data. Whatever is missing or wrong is said at its field, and nothing is lost. Without
 * `onSubmit` it shows what is asked: to agents, and as the console's preview.
 */
export function Form({ form, isAsking, isAnswered = false, onSubmit, labels }: FormProps) {
  const { title, fields, submitLabel } = form;
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>(() => drafts.get(form) ?? {});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const typedIn = (fieldId: string, kind: string): FieldValue =>
    values[fieldId] ?? (kind === 'checkbox' ? false : '');

  const change = (fieldId: string, value: FieldValue) => {
    const next = { ...values, [fieldId]: value };
    drafts.set(form, next);
    setValues(next);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const filled = fields.map((field) => {
      const value = typedIn(field.id, field.kind);
      return { field, value: typeof value === 'string' ? value.trim() : value };
    });
    const found = filled.flatMap(({ field, value }) => {
      const problem = checkField(field, value, labels);
      return problem === null ? [] : [[field.id, problem] as const];
    });
    const given = filled.filter(({ value }) => value !== '');
    const [first] = fields;
    if (found.length === 0 && given.length === 0 && first) found.push([first.id, labels.contactEmpty]);
    setProblems(Object.fromEntries(found));
    if (found[0]) element.current?.querySelector<HTMLElement>(`[name="${found[0][0]}"]`)?.focus();
    else onSubmit?.(given.map(({ field, value }) => ({ id: field.id, label: field.label, value })));
  };

  const heading = title && (
    <p className="baton-asked-title" id={id} dir="auto">
      {title}
    </p>
  );
  if (!isAsking)
    return (
      <div className="baton-asked">
        {heading}
        <Settled isAnswered={isAnswered} labels={labels} />
      </div>
    );
  return (
    <form
      ref={element}
      className="baton-asked baton-form"
      noValidate
      onSubmit={submit}
      aria-labelledby={title ? id : undefined}
    >
      {heading}
      <fieldset className="baton-plain-fieldset" disabled={!onSubmit}>
        {fields.map((field) => (
          <FormFieldView
            key={field.id}
            field={field}
            value={typedIn(field.id, field.kind)}
            problem={problems[field.id]}
            labels={labels}
            onChange={(value) => change(field.id, value)}
          />
        ))}
      </fieldset>
      {onSubmit ? (
        <button type="submit" className="baton-button baton-button-primary baton-asked-submit">
          {submitLabel ?? labels.submitForm}
        </button>
      ) : (
        <p className="baton-asked-note">{labels.awaitingAnswer}</p>
      )}
    </form>
  );
}
