import { type Entry, matchLanguage, transcriptText } from '@batonchat/protocol';
import { letterTags, letterWords } from './letter-words.js';
import type { Letter } from './mailer.js';

/** What a letter is written from. */
export interface LetterOptions {
  entries: readonly Entry[];
  to: string;
  id: string;
  /** The visitor's language, as a BCP 47 tag; English where we do not write in it. */
  locale: string | null;
  /** IANA; UTC where it is not known. */
  timeZone: string | null;
}

/** A transcript as a letter: the same text as the widget saves, plainly and as HTML in which nothing but that text stands. */
export async function writeLetter(options: LetterOptions): Promise<Letter> {
  const { entries, to, id, locale, timeZone } = options;
  const known = locale && matchLanguage(locale, letterTags);
  const language = known || 'en';
  const { subject, intro, words } = await letterWords(language);
  const transcript = transcriptText(entries, {
    words,
    // The visitor's own tag where it is one of ours: it knows the dates of its country.
    locale: known && locale ? locale.replaceAll('_', '-') : language,
    timeZone: zoneOf(timeZone),
  });
  const dir = /^(ar|he)/.test(language) ? 'rtl' : 'ltr';
  return {
    ...{ to, id, subject, language },
    text: `${intro}\n\n${transcript}`,
    html: `<!doctype html>
<html lang="${language}" dir="${dir}">
<meta charset="utf-8">
<title>${escaped(subject)}</title>
<body style="font: 15px/1.5 sans-serif">
<p>${escaped(intro)}</p>
<div style="white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext">${escaped(transcript)}</div>
</body>
</html>
`,
  };
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? each);

function zoneOf(timeZone: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
