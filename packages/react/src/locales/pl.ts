import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/pl';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('pl');

const botAgain = 'Znów odpowiada bot.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `Rozmowę zamyka ${name}.` : 'Rozmowa została zamknięta.'} ${botAgain}`,
  'ended-by-visitor': `Odwiedzający zakończył rozmowę. ${botAgain}`,
  'visitor-left': 'Odwiedzający opuścił stronę.',
  cancelled: 'Odwiedzający anulował prośbę.',
  inactive: 'Zakończono z powodu braku aktywności.',
  'nobody-available': 'Zakończono, bo nikt nie był dostępny.',
  'wait-expired': 'Nikt nie odpowiedział na czas.',
  'left-contact': 'Odwiedzający już nie czeka.',
  'rejected-by-all': 'Nikt z zespołu nie przyjął rozmowy.',
  'desk-failed': 'Nie udało się połączyć ze stanowiskiem obsługi.',
  'turned-off': 'Czat na żywo został wyłączony.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Otwórz czat',
  closeChat: 'Zamknij czat',
  unread: (amount) =>
    count(amount, {
      one: '# nieprzeczytana wiadomość',
      few: '# nieprzeczytane wiadomości',
      many: '# nieprzeczytanych wiadomości',
      other: '# nieprzeczytanej wiadomości',
    }),
  chat: 'Czat',
  visitor: 'Odwiedzający',
  botStatus: 'Odpowiada od razu',
  agentStatus: 'Rozmawia z Tobą',
  waitingTitle: 'Chwileczkę',
  waitingStatus: 'Szukamy kogoś dla Ciebie',
  emptyTitle: 'Cześć, w czym możemy pomóc?',
  emptyText: 'Zapytaj o cokolwiek. W każdej chwili możesz poprosić o rozmowę z człowiekiem.',
  loading: 'Wczytujemy Twoją rozmowę',
  loadingOlder: 'Wczytujemy wcześniejsze wiadomości',
  newMessages: (amount) =>
    count(amount, {
      one: '# nowa wiadomość',
      few: '# nowe wiadomości',
      many: '# nowych wiadomości',
      other: '# nowej wiadomości',
    }),
  jumpToLatest: 'Do najnowszej',
  newSince: 'Nowe',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} i # inna osoba piszą`,
          few: `${first} i # inne osoby piszą`,
          many: `${first} i # innych osób piszą`,
          other: `${first} i # innej osoby piszą`,
        })
      : `${first} pisze`,
  unknownPart: 'Tego elementu nie można tu wyświetlić.',
  historyReplaced: 'Ta rozmowa została przywrócona z kopii zapasowej. Może brakować niektórych wiadomości.',
  dismiss: 'Ukryj',

  message: 'Wiadomość',
  messagePlaceholder: 'Napisz wiadomość',
  send: 'Wyślij',
  tooLong: (overBy) =>
    count(overBy, {
      one: 'O # znak za dużo. Skróć tekst.',
      few: 'O # znaki za dużo. Skróć tekst.',
      many: 'O # znaków za dużo. Skróć tekst.',
      other: 'O # znaku za dużo. Skróć tekst.',
    }),
  charactersLeft: (amount) => `Zostało ${number(amount)}`,
  outboxFull: 'Zbyt wiele wiadomości czeka na wysłanie. Spróbuj ponownie za chwilę.',
  notKept:
    'Przeglądarka nie zapisuje danych tej strony, więc po jej odświeżeniu niewysłane wiadomości przepadną.',

  sending: 'Wysyłanie',
  sent: 'Wysłano',
  delivered: 'Dostarczono',
  seen: 'Wyświetlono',
  failed: 'Nie wysłano',
  retry: 'Ponów',
  discard: 'Odrzuć',

  talkToHuman: 'Rozmowa z człowiekiem',
  acceptOffer: 'Tak, połącz mnie',
  declineOffer: 'Nie teraz',
  waitingForHuman: 'Oczekiwanie na rozmowę',
  queuePosition: (position) =>
    position === 1 ? 'Następne miejsce w kolejce' : `Miejsce ${number(position)} w kolejce`,
  estimatedWait: (time) => `około ${time}`,
  withAgent: (name) => `Rozmawia z Tobą ${name}`,
  cancelRequest: 'Anuluj',
  soundOff: 'Wyłącz dźwięk',
  soundOn: 'Włącz dźwięk',
  menu: 'Menu',
  language: 'Język',
  startAfresh: 'Nowa rozmowa',
  saveTranscript: 'Zapisz rozmowę',
  mailTranscript: 'Wyślij e-mailem',
  transcriptMailed: (to) => `W drodze do ${to}.`,
  transcriptRefused: (to) => `Nie udało się dostarczyć do ${to}. Czy adres jest poprawny?`,
  endConversation: 'Zakończ',
  leaveDetails: 'Zostaw kontakt',
  hideDetails: 'Ukryj',

  contactIntroWaiting: 'Zostaw kontakt, a odpowiemy nawet wtedy, gdy zamkniesz tę stronę.',
  contactIntroFirst: 'Jak się z Tobą skontaktować, jeśli stracimy połączenie?',
  contactIntroUnanswered: 'Zostaw kontakt, a odezwiemy się do Ciebie.',
  contactName: 'Imię i nazwisko',
  contactEmail: 'E-mail',
  contactText: 'W czym możemy pomóc?',
  contactSubmit: 'Zapisz dane',
  contactSubmitAndLeave: 'Zapisz i nie czekaj',
  contactSubmitFirst: 'Dalej',
  invalidEmail: 'Podaj adres e-mail w postaci nazwa@example.com.',
  contactEmpty: 'Wypełnij co najmniej jedno pole.',
  fieldTooLong: (limit) =>
    count(limit, {
      one: 'Najwyżej # znak.',
      few: 'Najwyżej # znaki.',
      many: 'Najwyżej # znaków.',
      other: 'Najwyżej # znaku.',
    }),

  connecting: 'Łączenie…',
  notConnected: 'Brak połączenia',
  reconnecting: 'Ponowne łączenie…',
  offline: 'Jesteś offline. To, co napiszesz, wyślemy po powrocie połączenia.',
  unreachable: 'Nie możemy się teraz połączyć. Ponowne łączenie…',
  forbidden: 'Czat nie jest dostępny na tej stronie.',
  reloadNeeded: 'Czat został zaktualizowany. Odśwież stronę, aby kontynuować.',
  offence: 'Czat został zamknięty, bo na tej stronie coś poszło nie tak.',
  tryNow: 'Spróbuj teraz',
  reload: 'Odśwież',

  noticeFailed: 'Nie udało się.',

  code: (language) => (language ? `Kod, ${language}` : 'Kod'),
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  table: 'Tabela',
  done: 'Zrobione',
  notDone: 'Do zrobienia',

  choices: 'Opcje',
  chosen: 'Wybrano:',
  confirmChoices: 'Potwierdź',
  answered: 'Odpowiedziano',
  notAnswered: 'Bez odpowiedzi',
  awaitingAnswer: 'Oczekiwanie na odpowiedź',

  cards: 'Karty',
  card: (at, of) => `${number(at)} z ${number(of)}`,
  previousCard: 'Poprzednia karta',
  nextCard: 'Następna karta',
  opensInNewTab: 'otwiera się w nowej karcie przeglądarki',

  openImage: (name) => `Powiększ ${name}`,
  closeImage: 'Zamknij obraz',
  imageFailed: (name) => `Nie udało się wczytać ${name}.`,
  openInNewTab: 'Otwórz w nowej karcie',

  download: 'Pobierz',
  fileUnavailable: 'Teraz niedostępne',

  yes: 'Tak',
  no: 'Nie',

  submitForm: 'Wyślij',
  optional: 'opcjonalnie',
  pickOption: 'Wybierz',
  fieldMissing: (label) => `Wypełnij pole „${label}”.`,
  invalidPhone: 'Podaj numer telefonu w postaci +351 210 000 000.',
  invalidNumber: 'Podaj liczbę.',
  invalidDate: 'Podaj datę.',

  rating: 'Ocena',
  score: (score, scale) => `${number(score)} z ${number(scale)}`,
  thumbsUp: 'Dobrze',
  thumbsDown: 'Niedobrze',
  ratingMissing: 'Najpierw wybierz ocenę.',
  comment: 'Chcesz coś dodać?',
  submitRating: 'Wyślij ocenę',

  attach: 'Załącz pliki',
  attachHint: (size) => `Obrazy, PDF, tekst lub dokumenty biurowe, każdy do ${size}`,
  attachments: 'Załączniki',
  dropFiles: 'Upuść pliki tutaj',
  attached: (name) => `Dodano ${name}.`,
  uploaded: (name) => `Przesłano ${name}.`,
  uploading: 'Przesyłanie',
  uploadWaiting: 'Oczekiwanie na połączenie',
  uploadFailed: 'Plik nie dotarł',
  removeFile: (name) => `Usuń ${name}`,
  fileTooLarge: (size) => `Za duży. Plik może mieć najwyżej ${size}.`,
  fileEmpty: 'Plik jest pusty.',
  fileKindRefused: 'Nie przyjęto: zawartość nie odpowiada nazwie albo takie pliki nie są obsługiwane.',
  tooManyFiles: (amount) => `Maksymalna liczba plików w wiadomości: ${number(amount)}`,

  picture: (name) => `Obraz: ${name}`,
  askedNoMore: 'Na to pytanie już udzielono odpowiedzi lub jest nieaktualne.',
  notAccepted: 'Nie można było tego przyjąć.',
  conversationGone: 'Ta rozmowa już nie istnieje.',
  fileGone: 'Pliku już nie ma. Dołącz go ponownie.',

  emoji: 'Wstaw emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Nie ma jeszcze wiadomości',
  emptyText: 'Wiadomości pojawią się tutaj w miarę pisania.',
  loading: 'Wczytujemy rozmowę',
  historyReplaced: 'Ta historia została przywrócona z kopii zapasowej. Może brakować niektórych wiadomości.',
  message: 'Odpowiedź',
  messagePlaceholder: 'Napisz odpowiedź',
  unreachable: 'Nie można się teraz połączyć z serwerem relay. Ponowne łączenie…',
  forbidden: 'Sesja wygasła. Odśwież stronę, aby się zalogować.',
  reloadNeeded: 'Konsola została zaktualizowana. Odśwież stronę, aby kontynuować.',
  noticeOffered: 'Bot zaproponował rozmowę z człowiekiem',
  noticeDeclined: 'Odwiedzający odrzucił propozycję',
  noticeRequested: (by) =>
    by === 'bot' ? 'Bot poprosił o przejęcie rozmowy' : 'Odwiedzający poprosił o rozmowę z człowiekiem',
  noticeContactLeft: (email) =>
    email ? `Odwiedzający zostawił dane kontaktowe: ${email}` : 'Odwiedzający zostawił dane kontaktowe',
  noticeRequeued: (name) => `${name} zwraca rozmowę do kolejki`,
  noticeTransferred: (from, name) => `${from} przekazuje rozmowę do: ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} wraca do rozmowy`,
};

/** Polish. Names stand in the present tense: the past would have to know who is a man and who a woman. */
export const pl: Locale = { tag: 'pl', dir: 'ltr', visitorLabels, agentLabels };
