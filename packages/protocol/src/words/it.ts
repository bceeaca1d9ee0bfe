import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Ora sei di nuovo con l’assistente.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} ha chiuso la conversazione.` : 'La conversazione è stata chiusa.'} ${back}`,
  'ended-by-visitor': `Hai chiuso la conversazione. ${back}`,
  'visitor-left': `La conversazione è stata chiusa perché non c’eri. ${back}`,
  cancelled: 'Hai annullato la richiesta. L’assistente è qui se ti serve.',
  inactive: `La conversazione è stata chiusa per inattività. ${back}`,
  'nobody-available': `Ci dispiace, al momento non è disponibile nessuno. ${back}`,
  'wait-expired': `Ci dispiace, nessuno ha potuto rispondere in tempo. ${back}`,
  'left-contact': `Non sei più in attesa. ${back}`,
  'rejected-by-all': `Ci dispiace, al momento nessuno ha potuto rispondere. ${back}`,
  'desk-failed': `Ci dispiace, non siamo riusciti a contattare il nostro team. ${back}`,
  'turned-off': `La chat dal vivo è stata disattivata. ${back}`,
});

/** The words of a transcript in Italian. */
export const words: Words = {
  messages: 'Conversazione',
  bot: 'Assistente',
  you: 'Tu',
  botBadge: 'Bot',
  agentBadge: 'Persona',
  noticeOffered: 'Da qui può continuare una persona',
  noticeDeclined: 'Nessun problema. Puoi parlare con una persona in qualsiasi momento.',
  noticeRequested: () => 'Ti stiamo mettendo in contatto con una persona…',
  noticeContactLeft: (email) =>
    email ? `Grazie. Ti scriveremo a ${email}.` : 'Grazie, abbiamo i tuoi dati.',
  noticeClaimed: (name) => `${name} è in chat`,
  noticeRequeued: (name) => `${name} ha dovuto lasciare la chat. Cerchiamo un’altra persona per te.`,
  noticeTransferred: (from, name) => `${from} ti ha affidato a ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} è di nuovo qui`,
};
