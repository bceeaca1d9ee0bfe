import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Je bent terug bij de assistent.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} heeft het gesprek beëindigd.` : 'Het gesprek is beëindigd.'} ${back}`,
  'ended-by-visitor': `Je hebt het gesprek beëindigd. ${back}`,
  'visitor-left': `Het gesprek is beëindigd omdat je weg was. ${back}`,
  cancelled: 'Je hebt de aanvraag geannuleerd. De assistent staat voor je klaar.',
  inactive: `Het gesprek is beëindigd omdat het stilviel. ${back}`,
  'nobody-available': `Sorry, er is nu niemand beschikbaar. ${back}`,
  'wait-expired': `Sorry, niemand kon op tijd antwoorden. ${back}`,
  'left-contact': `Je wacht niet langer. ${back}`,
  'rejected-by-all': `Sorry, niemand kon je nu helpen. ${back}`,
  'desk-failed': `Sorry, we konden ons team niet bereiken. ${back}`,
  'turned-off': `Livechat is uitgeschakeld. ${back}`,
});

/** The words of a transcript in Dutch. */
export const words: Words = {
  messages: 'Gesprek',
  bot: 'Assistent',
  you: 'Jij',
  botBadge: 'Bot',
  agentBadge: 'Mens',
  noticeOffered: 'Een mens kan het hier overnemen',
  noticeDeclined: 'Geen probleem. Je kunt altijd om een mens vragen.',
  noticeRequested: () => 'We verbinden je door met een mens…',
  noticeContactLeft: (email) =>
    email ? `Bedankt. We kunnen je bereiken via ${email}.` : 'Bedankt, we hebben je gegevens.',
  noticeClaimed: (name) => `${name} doet nu mee`,
  noticeRequeued: (name) => `${name} moest weg. We zoeken iemand anders voor je.`,
  noticeTransferred: (from, name) => `${from} heeft je doorverbonden met ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} is terug`,
};
