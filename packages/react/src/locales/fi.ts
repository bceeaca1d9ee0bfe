import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/fi';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('fi');

const botAgain = 'Botti vastaa taas.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} ratkaisi keskustelun.` : 'Keskustelu ratkaistiin.'} ${botAgain}`,
  'ended-by-visitor': `Kävijä päätti keskustelun. ${botAgain}`,
  'visitor-left': 'Kävijä poistui.',
  cancelled: 'Kävijä perui pyynnön.',
  inactive: 'Päättyi, koska keskustelu hiljeni.',
  'nobody-available': 'Päättyi, koska kukaan ei ollut vapaana.',
  'wait-expired': 'Kukaan ei vastannut ajoissa.',
  'left-contact': 'Kävijä lakkasi odottamasta.',
  'rejected-by-all': 'Kukaan ei ottanut keskustelua.',
  'desk-failed': 'Asiakaspalveluun ei saatu yhteyttä.',
  'turned-off': 'Live-chat poistettiin käytöstä.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Avaa chat',
  closeChat: 'Sulje chat',
  unread: (amount) => count(amount, { one: '# lukematon viesti', other: '# lukematonta viestiä' }),
  chat: 'Chat',
  visitor: 'Kävijä',
  botStatus: 'Vastaa heti',
  agentStatus: 'Apunasi nyt',
  waitingTitle: 'Hetkinen',
  waitingStatus: 'Etsimme auttajaa',
  emptyTitle: 'Hei, miten voimme auttaa?',
  emptyText: 'Kysy mitä vain. Voit pyytää ihmistä milloin tahansa.',
  loading: 'Keskustelua ladataan',
  loadingOlder: 'Aiempia viestejä ladataan',
  newMessages: (amount) => count(amount, { one: '# uusi viesti', other: '# uutta viestiä' }),
  jumpToLatest: 'Uusimpaan',
  newSince: 'Uutta',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} ja # muu kirjoittavat`,
          other: `${first} ja # muuta kirjoittavat`,
        })
      : `${first} kirjoittaa`,
  unknownPart: 'Tätä sisältöä ei voi näyttää tässä.',
  historyReplaced: 'Keskustelu palautettiin varmuuskopiosta. Viestejä voi puuttua.',
  dismiss: 'Piilota',

  message: 'Viesti',
  messagePlaceholder: 'Kirjoita viesti',
  send: 'Lähetä',
  tooLong: (overBy) =>
    count(overBy, {
      one: '# merkki liikaa. Lyhennä viestiä.',
      other: '# merkkiä liikaa. Lyhennä viestiä.',
    }),
  charactersLeft: (amount) => `${number(amount)} jäljellä`,
  outboxFull: 'Liian monta viestiä odottaa lähetystä. Yritä hetken päästä uudelleen.',
  notKept:
    'Selain ei säilytä tämän sivun tietoja, joten lähettämättömät viestit katoavat, kun lataat sivun uudelleen.',

  sending: 'Lähetetään',
  sent: 'Lähetetty',
  delivered: 'Perillä',
  seen: 'Luettu',
  failed: 'Ei lähetetty',
  retry: 'Yritä taas',
  discard: 'Hylkää',

  talkToHuman: 'Keskustele ihmisen kanssa',
  acceptOffer: 'Kyllä, yhdistä minut',
  declineOffer: 'Ei nyt',
  waitingForHuman: 'Odotetaan ihmistä',
  queuePosition: (position) => (position === 1 ? 'Seuraavana vuorossa' : `Sija ${number(position)} jonossa`),
  estimatedWait: (time) => `noin ${time}`,
  withAgent: (name) => `Kanssasi keskustelee ${name}`,
  cancelRequest: 'Peru',
  soundOff: 'Ääni pois',
  soundOn: 'Ääni päälle',
  menu: 'Valikko',
  language: 'Kieli',
  startAfresh: 'Uusi keskustelu',
  saveTranscript: 'Tallenna keskustelu',
  mailTranscript: 'Lähetä sähköpostiin',
  transcriptMailed: (to) => `Matkalla osoitteeseen ${to}.`,
  transcriptRefused: (to) => `Toimitus osoitteeseen ${to} ei onnistunut. Onko osoite oikein?`,
  endConversation: 'Lopeta',
  leaveDetails: 'Jätä yhteystiedot',
  hideDetails: 'Piilota',

  contactIntroWaiting: 'Jätä yhteystietosi, niin voimme vastata, vaikka joutuisit lähtemään.',
  contactIntroFirst: 'Miten tavoitamme sinut, jos yhteys katkeaa?',
  contactIntroUnanswered: 'Jätä yhteystietosi, niin palaamme asiaan.',
  contactName: 'Nimi',
  contactEmail: 'Sähköposti',
  contactText: 'Miten voimme auttaa?',
  contactSubmit: 'Tallenna tiedot',
  contactSubmitAndLeave: 'Tallenna ja poistu jonosta',
  contactSubmitFirst: 'Jatka',
  invalidEmail: 'Anna sähköpostiosoite muodossa nimi@example.com.',
  contactEmpty: 'Täytä vähintään yksi kenttä.',
  fieldTooLong: (limit) => count(limit, { one: 'Enintään # merkki.', other: 'Enintään # merkkiä.' }),

  connecting: 'Yhdistetään…',
  notConnected: 'Ei yhteyttä',
  reconnecting: 'Yhdistetään uudelleen…',
  offline: 'Olet offline-tilassa. Viestisi lähtevät, kun yhteys palaa.',
  unreachable: 'Meihin ei saa nyt yhteyttä. Yhdistetään uudelleen…',
  forbidden: 'Chat ei ole käytettävissä tällä sivulla.',
  reloadNeeded: 'Chat on päivitetty. Jatka lataamalla sivu uudelleen.',
  offence: 'Chat suljettiin, koska tällä sivulla tapahtui virhe.',
  tryNow: 'Yritä nyt',
  reload: 'Lataa sivu',

  noticeFailed: 'Se ei onnistunut.',

  code: (language) => (language ? `Koodi, ${language}` : 'Koodi'),
  copy: 'Kopioi',
  copied: 'Kopioitu',
  table: 'Taulukko',
  done: 'Tehty',
  notDone: 'Tekemättä',

  choices: 'Vaihtoehdot',
  chosen: 'Valittu:',
  confirmChoices: 'Vahvista',
  answered: 'Vastattu',
  notAnswered: 'Ei vastattu',
  awaitingAnswer: 'Odottaa vastausta',

  cards: 'Kortit',
  card: (at, of) => `${number(at)}/${number(of)}`,
  previousCard: 'Edellinen kortti',
  nextCard: 'Seuraava kortti',
  opensInNewTab: 'avautuu uuteen välilehteen',

  openImage: (name) => `Suurenna ${name}`,
  closeImage: 'Sulje kuva',
  imageFailed: (name) => `Kuvaa ${name} ei voitu ladata.`,
  openInNewTab: 'Avaa uuteen välilehteen',

  download: 'Lataa',
  fileUnavailable: 'Ei saatavilla juuri nyt',

  yes: 'Kyllä',
  no: 'Ei',

  submitForm: 'Lähetä',
  optional: 'valinnainen',
  pickOption: 'Valitse',
  fieldMissing: (label) => `Täytä kenttä ”${label}”.`,
  invalidPhone: 'Anna puhelinnumero muodossa +351 210 000 000.',
  invalidNumber: 'Anna luku.',
  invalidDate: 'Anna päivämäärä.',

  rating: 'Arvio',
  score: (score, scale) => `${number(score)}/${number(scale)}`,
  thumbsUp: 'Hyvä',
  thumbsDown: 'Huono',
  ratingMissing: 'Valitse ensin arvio.',
  comment: 'Haluatko lisätä jotain?',
  submitRating: 'Lähetä arvio',

  attach: 'Liitä tiedostoja',
  attachHint: (size) => `Kuvia, PDF-, teksti- tai Office-tiedostoja, kukin enintään ${size}`,
  attachments: 'Liitteet',
  dropFiles: 'Pudota tiedostot tähän',
  attached: (name) => `${name} lisättiin.`,
  uploaded: (name) => `${name} on lähetetty palvelimelle.`,
  uploading: 'Ladataan',
  uploadWaiting: 'Odottaa yhteyttä',
  uploadFailed: 'Ei mennyt perille',
  removeFile: (name) => `Poista ${name}`,
  fileTooLarge: (size) => `Liian suuri. Tiedosto saa olla enintään ${size}.`,
  fileEmpty: 'Tiedosto on tyhjä.',
  fileKindRefused: 'Ei hyväksytty: sisältö ei vastaa nimeä tai tällaisia tiedostoja ei oteta vastaan.',
  tooManyFiles: (amount) => `Tiedostoja yhdessä viestissä enintään: ${number(amount)}`,

  picture: (name) => `Kuva: ${name}`,
  askedNoMore: 'Tähän on jo vastattu, tai sitä ei enää kysytä.',
  notAccepted: 'Tätä ei voitu hyväksyä.',
  conversationGone: 'Tätä keskustelua ei enää ole.',
  fileGone: 'Tiedostoa ei enää ole. Liitä se uudelleen.',

  emoji: 'Lisää emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Ei vielä viestejä',
  emptyText: 'Viestit näkyvät tässä sitä mukaa kuin niitä kirjoitetaan.',
  loading: 'Keskustelua ladataan',
  historyReplaced: 'Tämä historia palautettiin varmuuskopiosta. Viestejä voi puuttua.',
  message: 'Vastaus',
  messagePlaceholder: 'Kirjoita vastaus',
  unreachable: 'Relay-palvelimeen ei saa nyt yhteyttä. Yhdistetään uudelleen…',
  forbidden: 'Olet kirjautunut ulos. Kirjaudu sisään lataamalla sivu uudelleen.',
  reloadNeeded: 'Konsoli on päivitetty. Jatka lataamalla sivu uudelleen.',
  noticeOffered: 'Botti tarjosi ihmistä',
  noticeDeclined: 'Kävijä hylkäsi tarjouksen',
  noticeRequested: (by) => (by === 'bot' ? 'Botti pyysi ihmistä' : 'Kävijä pyysi ihmistä'),
  noticeContactLeft: (email) =>
    email ? `Kävijä jätti yhteystietonsa: ${email}` : 'Kävijä jätti yhteystietonsa',
  noticeRequeued: (name) => `${name} palautti keskustelun jonoon`,
  noticeTransferred: (from, name) => `${from} siirsi keskustelun, uusi vastaaja on ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} jatkoi keskustelua`,
};

/** Finnish. Names stay in the nominative: how they inflect cannot be told. */
export const fi: Locale = { tag: 'fi', dir: 'ltr', visitorLabels, agentLabels };
