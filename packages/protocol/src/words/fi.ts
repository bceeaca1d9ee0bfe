import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Keskustelu jatkuu avustajan kanssa.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} päätti keskustelun.` : 'Keskustelu päätettiin.'} ${back}`,
  'ended-by-visitor': `Päätit keskustelun. ${back}`,
  'visitor-left': `Keskustelu päättyi, koska olit poissa. ${back}`,
  cancelled: 'Peruit pyynnön. Avustaja auttaa, jos tarvitset apua.',
  inactive: `Keskustelu päättyi, koska se hiljeni. ${back}`,
  'nobody-available': `Valitettavasti kukaan ei ole nyt vapaana. ${back}`,
  'wait-expired': `Valitettavasti kukaan ei ehtinyt vastata ajoissa. ${back}`,
  'left-contact': `Et ole enää jonossa. ${back}`,
  'rejected-by-all': `Valitettavasti kukaan ei voinut auttaa juuri nyt. ${back}`,
  'desk-failed': `Valitettavasti emme saaneet yhteyttä tiimiimme. ${back}`,
  'turned-off': `Live-chat poistettiin käytöstä. ${back}`,
});

/** The words of a transcript in Finnish. */
export const words: Words = {
  messages: 'Keskustelu',
  bot: 'Avustaja',
  you: 'Sinä',
  botBadge: 'Botti',
  agentBadge: 'Ihminen',
  noticeOffered: 'Ihminen voi jatkaa tästä',
  noticeDeclined: 'Ei hätää. Voit pyytää ihmistä milloin tahansa.',
  noticeRequested: () => 'Yhdistämme sinut ihmiselle…',
  noticeContactLeft: (email) =>
    email ? `Kiitos. Tavoitamme sinut osoitteesta ${email}.` : 'Kiitos, saimme yhteystietosi.',
  noticeClaimed: (name) => `${name} liittyi keskusteluun`,
  noticeRequeued: (name) => `${name} joutui lähtemään. Etsimme sinulle toisen auttajan.`,
  noticeTransferred: (from, name) => `${from} siirsi keskustelun, ja ${name} jatkaa`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} palasi keskusteluun`,
};
