/** As much of the Standard Schema interface as is needed to read with a schema of the protocol. */
interface Schema<Output> {
  readonly '~standard': {
    validate(value: unknown): { value: Output } | { issues: readonly unknown[] } | Promise<unknown>;
  };
}

/** The value as the schema reads it, or null where it does not fit. */
export function readWith<Output>(schema: Schema<Output>, value: unknown): Output | null {
  const result = schema['~standard'].validate(value);
  return 'value' in result ? result.value : null;
}
