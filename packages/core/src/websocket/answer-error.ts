import { RelayBusy } from '../transport.js';

/** Why an answer is of no use, as an error; a `RelayBusy` where it says in how many seconds to come again. */
export function answerError(relay: string, { status, headers }: Response): Error {
  const message = `${relay} answered ${status}.`;
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return seconds >= 0 ? new RelayBusy(message, seconds * 1000) : new Error(message);
}
