import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Du er tilbage hos assistenten.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} afsluttede samtalen.` : 'Samtalen blev afsluttet.'} ${back}`,
  'ended-by-visitor': `Du afsluttede samtalen. ${back}`,
  'visitor-left': `Samtalen blev afsluttet, fordi du var væk. ${back}`,
  cancelled: 'Du annullerede anmodningen. Assistenten er her, hvis du får brug for den.',
  inactive: `Samtalen blev afsluttet, fordi der blev stille. ${back}`,
  'nobody-available': `Beklager, der er ingen ledige lige nu. ${back}`,
  'wait-expired': `Beklager, ingen nåede at svare i tide. ${back}`,
  'left-contact': `Du venter ikke længere. ${back}`,
  'rejected-by-all': `Beklager, ingen kunne tage samtalen lige nu. ${back}`,
  'desk-failed': `Beklager, vi kunne ikke få fat i vores team. ${back}`,
  'turned-off': `Livechatten blev slået fra. ${back}`,
});

/** The words of a transcript in Danish. */
export const words: Words = {
  messages: 'Samtale',
  bot: 'Assistent',
  you: 'Dig',
  botBadge: 'Bot',
  agentBadge: 'Menneske',
  noticeOffered: 'Et menneske kan tage over herfra',
  noticeDeclined: 'Intet problem. Du kan altid bede om et menneske.',
  noticeRequested: () => 'Vi stiller dig om til et menneske…',
  noticeContactLeft: (email) =>
    email ? `Tak. Vi kan kontakte dig på ${email}.` : 'Tak, vi har dine oplysninger.',
  noticeClaimed: (name) => `${name} er nu med`,
  noticeRequeued: (name) => `${name} måtte gå. Vi finder en anden til dig.`,
  noticeTransferred: (from, name) => `${from} gav dig videre til ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} er tilbage`,
};
