/** A setting that the person who starts the relay can mend: one readable line, no stack. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
