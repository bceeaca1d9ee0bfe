import type { Entry } from './fold.js';
import type { Author } from './message.js';
import { plainName } from './names.js';
import { noticeText } from './notice-text.js';
import { textOf } from './preview.js';
import type { Words } from './words.js';

/** How a transcript is written. */
export interface TranscriptOptions {
  words: Words;
  /** The language of dates and times, as a BCP 47 tag; left out, that of the device. */
  locale?: string | undefined;
  /** Left out, the device's own. */
  timeZone?: string | undefined;
}

/**
 * A log as plain text: each day under its date, each message under its time and author, what is no text in words, and a
 * line for each step of a handoff.
 */
export function transcriptText(entries: readonly Entry[], options: TranscriptOptions): string {
  const { words, locale, timeZone } = options;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const lines: string[] = [];
  let lastDay = '';
  for (const entry of entries) {
    const today = day.format(entry.at);
    const now = time.format(entry.at);
    if (today !== lastDay) lines.push('', `== ${today} ==`);
    lastDay = today;
    if (entry.kind === 'notice') lines.push('', `${now} * ${noticeText(entry.notice, words)}`);
    else lines.push('', `${now} ${authorOf(entry.message.author, words)}:`, textOf(entry.message));
  }
  return `${words.messages}\n${lines.join('\n')}\n`;
}

function authorOf({ kind, name }: Author, words: Words): string {
  const plain = name && plainName(name);
  switch (kind) {
    case 'visitor':
      return plain ?? words.you;
    case 'bot':
      return `${plain ?? words.bot} (${words.botBadge})`;
    case 'agent':
      return `${plain ?? words.agentBadge} (${words.agentBadge})`;
  }
}
