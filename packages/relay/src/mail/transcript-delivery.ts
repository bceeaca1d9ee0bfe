import type { Logger } from '../logger.js';
import type { OutboxRow } from '../outbox/rows.js';
import type { OutboxRunner } from '../outbox/worker.js';
import type { Store } from '../store/open-store.js';
import { writeLetter } from './letter.js';
import type { Mailer } from './mailer.js';
import { entriesThrough, letterIdOf, type TranscriptBody } from './transcript-rows.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** After each failure; together half a day, in which somebody mends a mail server or a password. */
const pausesMs = [5 * secondMs, 30 * secondMs, ...[2, 10, 30, 60, 120, 240, 240].map((n) => n * minuteMs)];

/** What mailing stands on. */
export interface TranscriptDeliveryOptions {
  store: Store;
  mailer: Mailer;
  log: Logger;
}

/**
 * Mails transcripts: at least once, under an id that stays. What is refused for good is not tried again: the visitor's
 * form says so. What could not be sent for half a day is said in the log, since nobody looks at that form any more.
 */
export function createTranscriptDelivery({ store, mailer, log }: TranscriptDeliveryOptions): OutboxRunner {
  return {
    async onDead({ conversationId, attempts }) {
      if (attempts > pausesMs.length)
        log.error(
          'A transcript could not be mailed for half a day and is given up; the visitor waits for it. See that the mail server of BATON_SMTP_URL is there and lets this relay in; the visitor can ask for it again.',
          { conversationId },
        );
    },
    attempts: pausesMs.length + 1,
    backoffMs: (attempts) => pausesMs[attempts - 1] ?? 0,
    async run({ conversationId, target, body }: OutboxRow) {
      const { to, through, locale, timeZone } = JSON.parse(body) as TranscriptBody;
      const entries = await entriesThrough(store, conversationId, through);
      const id = letterIdOf(conversationId, target);
      await mailer(await writeLetter({ entries, to, id, locale, timeZone }));
    },
  };
}
