import { useId } from 'react';

/** A labelled input with its problem read out beside it. */
export function SignInField(props: {
  name: string;
  type: 'email' | 'password';
  label: string;
  autoComplete: string;
  problem: string | undefined;
}) {
  const { name, type, label, autoComplete, problem } = props;
  const id = useId();
  return (
    <div className="console-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      />
      {problem !== undefined && (
        <p className="console-field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
