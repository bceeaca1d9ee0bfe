import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Znów rozmawiasz z asystentem.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} kończy rozmowę.` : 'Rozmowa dobiegła końca.'} ${back}`,
  'ended-by-visitor': `Rozmowa została przez Ciebie zakończona. ${back}`,
  'visitor-left': `Rozmowa została zakończona z powodu Twojej nieobecności. ${back}`,
  cancelled: 'Prośba została anulowana. Asystent jest do Twojej dyspozycji.',
  inactive: `Rozmowa została zakończona z powodu braku aktywności. ${back}`,
  'nobody-available': `Przepraszamy, w tej chwili nikt nie jest dostępny. ${back}`,
  'wait-expired': `Przepraszamy, nikt nie zdołał odpowiedzieć na czas. ${back}`,
  'left-contact': `Nie czekasz już w kolejce. ${back}`,
  'rejected-by-all': `Przepraszamy, nikt nie może teraz przejąć rozmowy. ${back}`,
  'desk-failed': `Przepraszamy, nie udało się połączyć z naszym zespołem. ${back}`,
  'turned-off': `Czat na żywo został wyłączony. ${back}`,
});

/** The words of a transcript in Polish. */
export const words: Words = {
  messages: 'Rozmowa',
  bot: 'Asystent',
  you: 'Ty',
  botBadge: 'Bot',
  agentBadge: 'Człowiek',
  noticeOffered: 'Rozmowę może przejąć człowiek',
  noticeDeclined: 'W porządku. W każdej chwili możesz poprosić o rozmowę z człowiekiem.',
  noticeRequested: () => 'Łączymy Cię z człowiekiem…',
  noticeContactLeft: (email) =>
    email ? `Dziękujemy. Odezwiemy się na adres ${email}.` : 'Dziękujemy, mamy Twoje dane.',
  noticeClaimed: (name) => `${name} jest już na czacie`,
  noticeRequeued: (name) => `${name} nie może dalej rozmawiać. Szukamy dla Ciebie kogoś innego.`,
  noticeTransferred: (from, name) => `${from} przekazuje Cię do: ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} jest znów na czacie`,
};
