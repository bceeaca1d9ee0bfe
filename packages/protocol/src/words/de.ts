import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Sie sind wieder mit dem Assistenten verbunden.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} hat das Gespräch beendet.` : 'Das Gespräch wurde beendet.'} ${back}`,
  'ended-by-visitor': `Sie haben das Gespräch beendet. ${back}`,
  'visitor-left': `Das Gespräch wurde beendet, weil Sie nicht mehr da waren. ${back}`,
  cancelled: 'Sie haben die Anfrage abgebrochen. Der Assistent hilft Ihnen gern weiter.',
  inactive: `Das Gespräch wurde beendet, weil es länger still war. ${back}`,
  'nobody-available': `Im Moment ist leider niemand erreichbar. ${back}`,
  'wait-expired': `Leider konnte niemand rechtzeitig antworten. ${back}`,
  'left-contact': `Sie warten nicht mehr. ${back}`,
  'rejected-by-all': `Leider konnte gerade niemand übernehmen. ${back}`,
  'desk-failed': `Unser Team war leider nicht zu erreichen. ${back}`,
  'turned-off': `Der Live-Chat wurde abgeschaltet. ${back}`,
});

/** The words of a transcript in German. */
export const words: Words = {
  messages: 'Gespräch',
  bot: 'Assistent',
  you: 'Sie',
  botBadge: 'Bot',
  agentBadge: 'Mensch',
  noticeOffered: 'Ab hier kann ein Mensch übernehmen',
  noticeDeclined: 'Kein Problem. Sie können jederzeit um einen Menschen bitten.',
  noticeRequested: () => 'Wir verbinden Sie mit einem Menschen …',
  noticeContactLeft: (email) =>
    email ? `Danke. Wir erreichen Sie unter ${email}.` : 'Danke, wir haben Ihre Daten.',
  noticeClaimed: (name) => `${name} ist jetzt im Chat`,
  noticeRequeued: (name) => `${name} musste gehen. Wir suchen jemand anderen für Sie.`,
  noticeTransferred: (from, name) => `${from} hat Sie an ${name} übergeben`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} ist wieder da`,
};
