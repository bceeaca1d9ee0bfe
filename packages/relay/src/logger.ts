/** Where the relay says what it does. Never given a token, a secret or a message's text. */
export interface Logger {
  info(text: string, facts?: Record<string, unknown>): void;
  warn(text: string, facts?: Record<string, unknown>): void;
  error(text: string, facts?: Record<string, unknown>): void;
}

const line = (level: string, text: string, facts: Record<string, unknown> = {}) => {
  const pairs = Object.entries(facts).map(
    ([key, value]) =>
      `${key}=${value instanceof Error ? (value.stack ?? value.message) : JSON.stringify(value)}`,
  );
  return [`[${level}]`, text, ...pairs].join(' ');
};

/** One line an entry, to standard error. */
export const consoleLogger: Logger = {
  info: (text, facts) => console.error(line('info', text, facts)),
  warn: (text, facts) => console.error(line('warn', text, facts)),
  error: (text, facts) => console.error(line('error', text, facts)),
};
