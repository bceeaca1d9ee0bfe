import type { Row } from '@batonchat/core';
import { textOf } from '@batonchat/protocol';
import type { Labels } from '../labels.js';
import { noticeText } from '../message-list/notice-text.js';

/** How a transcript is written. */
export interface TranscriptOptions {
  labels: Labels;
  /** The language of dates and times, as a BCP 47 tag; left out, the browser's. */
  locale?: string | undefined;
  /** Left out, the device's own. */
  timeZone?: string;
}

/**
 * A log as plain text: each day under its date, each message under its time and author, what is no text in words, and a
 * line for each step of a handoff. What is not in the log is left out.
 */
export function transcriptText(rows: readonly Row[], options: TranscriptOptions): string {
  const { labels, locale, timeZone } = options;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const lines: string[] = [];
  let lastDay = '';
  for (const row of rows) {
    if (row.seq === null) continue;
    const today = day.format(row.at);
    if (today !== lastDay) lines.push('', `== ${today} ==`);
    lastDay = today;
    if (row.kind === 'notice') lines.push('', `${time.format(row.at)} * ${noticeText(row.notice, labels)}`);
    else
      lines.push('', `${time.format(row.at)} ${authorOf(row, labels)}:`, textOf({ parts: [...row.parts] }));
  }
  return `${labels.messages}\n${lines.join('\n')}\n`;
}

function authorOf({ author }: Extract<Row, { kind: 'message' }>, labels: Labels): string {
  switch (author.kind) {
    case 'visitor':
      return author.name ?? labels.you;
    case 'bot':
      return `${author.name ?? labels.bot} (${labels.botBadge})`;
    case 'agent':
      return `${author.name ?? labels.agentBadge} (${labels.agentBadge})`;
  }
}
