import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Jste zpět u asistenta.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} ukončuje konverzaci.` : 'Konverzace byla ukončena.'} ${back}`,
  'ended-by-visitor': `Konverzaci jste ukončili. ${back}`,
  'visitor-left': `Konverzace byla ukončena, protože jste tu nebyli. ${back}`,
  cancelled: 'Žádost jste zrušili. Asistent je vám k dispozici.',
  inactive: `Konverzace byla ukončena kvůli nečinnosti. ${back}`,
  'nobody-available': `Omlouváme se, teď není nikdo k dispozici. ${back}`,
  'wait-expired': `Omlouváme se, nikdo nestihl odpovědět včas. ${back}`,
  'left-contact': `Už nečekáte. ${back}`,
  'rejected-by-all': `Omlouváme se, teď se vám nikdo nemohl věnovat. ${back}`,
  'desk-failed': `Omlouváme se, nepodařilo se nám spojit s naším týmem. ${back}`,
  'turned-off': `Živý chat byl vypnut. ${back}`,
});

/** The words of a transcript in Czech. */
export const words: Words = {
  messages: 'Konverzace',
  bot: 'Asistent',
  you: 'Vy',
  botBadge: 'Bot',
  agentBadge: 'Člověk',
  noticeOffered: 'Dál se vám může věnovat člověk',
  noticeDeclined: 'V pořádku. Kdykoli si můžete vyžádat člověka.',
  noticeRequested: () => 'Spojujeme vás s člověkem…',
  noticeContactLeft: (email) =>
    email ? `Děkujeme. Ozveme se vám na ${email}.` : 'Děkujeme, vaše údaje máme.',
  noticeClaimed: (name) => `${name} je v chatu`,
  noticeRequeued: (name) => `${name} už nemůže pokračovat. Hledáme pro vás někoho jiného.`,
  noticeTransferred: (from, name) => `${from} vás předává dál: ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} je zpět v chatu`,
};
