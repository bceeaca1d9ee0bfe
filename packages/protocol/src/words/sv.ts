import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Du är tillbaka hos assistenten.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} avslutade samtalet.` : 'Samtalet avslutades.'} ${back}`,
  'ended-by-visitor': `Du avslutade samtalet. ${back}`,
  'visitor-left': `Samtalet avslutades eftersom du var borta. ${back}`,
  cancelled: 'Du avbröt förfrågan. Assistenten finns här om du behöver hjälp.',
  inactive: `Samtalet avslutades eftersom det blev tyst. ${back}`,
  'nobody-available': `Tyvärr är ingen tillgänglig just nu. ${back}`,
  'wait-expired': `Tyvärr hann ingen svara i tid. ${back}`,
  'left-contact': `Du väntar inte längre. ${back}`,
  'rejected-by-all': `Tyvärr kunde ingen hjälpa dig just nu. ${back}`,
  'desk-failed': `Tyvärr kunde vi inte nå vårt team. ${back}`,
  'turned-off': `Livechatten stängdes av. ${back}`,
});

/** The words of a transcript in Swedish. */
export const words: Words = {
  messages: 'Samtal',
  bot: 'Assistent',
  you: 'Du',
  botBadge: 'Bot',
  agentBadge: 'Människa',
  noticeOffered: 'En människa kan ta över härifrån',
  noticeDeclined: 'Inga problem. Du kan när som helst be om en människa.',
  noticeRequested: () => 'Vi kopplar dig till en människa…',
  noticeContactLeft: (email) => (email ? `Tack. Vi kan nå dig på ${email}.` : 'Tack, vi har dina uppgifter.'),
  noticeClaimed: (name) => `${name} är med i chatten`,
  noticeRequeued: (name) => `${name} var tvungen att gå. Vi söker någon annan åt dig.`,
  noticeTransferred: (from, name) => `${from} lämnade över dig till ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} är tillbaka`,
};
