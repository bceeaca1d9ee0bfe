import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/nl';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('nl');

const botAgain = 'De bot antwoordt weer.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} heeft het gesprek afgerond.` : 'Het gesprek is afgerond.'} ${botAgain}`,
  'ended-by-visitor': `De bezoeker heeft het gesprek beëindigd. ${botAgain}`,
  'visitor-left': 'De bezoeker is vertrokken.',
  cancelled: 'De bezoeker heeft de aanvraag geannuleerd.',
  inactive: 'Beëindigd omdat het stilviel.',
  'nobody-available': 'Beëindigd omdat niemand beschikbaar was.',
  'wait-expired': 'Niemand heeft op tijd geantwoord.',
  'left-contact': 'De bezoeker wacht niet langer.',
  'rejected-by-all': 'Alle medewerkers hebben het gesprek afgewezen.',
  'desk-failed': 'De desk was niet bereikbaar.',
  'turned-off': 'Livechat is uitgeschakeld.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Chat openen',
  closeChat: 'Chat sluiten',
  unread: (amount) => count(amount, { one: '# ongelezen bericht', other: '# ongelezen berichten' }),
  chat: 'Chat',
  visitor: 'Bezoeker',
  botStatus: 'Antwoordt meteen',
  agentStatus: 'Staat voor je klaar',
  waitingTitle: 'Een ogenblik',
  waitingStatus: 'We zoeken iemand',
  emptyTitle: 'Hallo, hoe kunnen we helpen?',
  emptyText: 'Stel gerust je vraag. Je kunt altijd om een mens vragen.',
  loading: 'Je gesprek wordt geladen',
  loadingOlder: 'Eerdere berichten worden geladen',
  newMessages: (amount) => count(amount, { one: '# nieuw bericht', other: '# nieuwe berichten' }),
  jumpToLatest: 'Naar het nieuwste',
  newSince: 'Nieuw',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} en nog ${number(others.length)} typen` : `${first} typt`,
  unknownPart: 'Dit onderdeel kan hier niet worden getoond.',
  historyReplaced: 'Dit gesprek is hersteld vanuit een back-up. Sommige berichten ontbreken misschien.',
  dismiss: 'Verbergen',

  message: 'Bericht',
  messagePlaceholder: 'Schrijf een bericht',
  send: 'Versturen',
  tooLong: (overBy) =>
    count(overBy, {
      one: '# teken te lang. Maak het wat korter.',
      other: '# tekens te lang. Maak het wat korter.',
    }),
  charactersLeft: (amount) => `Nog ${number(amount)}`,
  outboxFull: 'Er wachten te veel berichten op verzending. Probeer het zo nog eens.',
  notKept:
    'Je browser bewaart niets voor deze pagina. Niet-verzonden berichten gaan verloren als je opnieuw laadt.',

  sending: 'Bezig met versturen',
  sent: 'Verstuurd',
  delivered: 'Afgeleverd',
  seen: 'Gelezen',
  failed: 'Niet verstuurd',
  retry: 'Opnieuw',
  discard: 'Verwijderen',

  talkToHuman: 'Met een mens praten',
  acceptOffer: 'Ja, verbind me door',
  declineOffer: 'Nu niet',
  waitingForHuman: 'Wachten op een mens',
  queuePosition: (position) =>
    position === 1 ? 'Als volgende aan de beurt' : `Plaats ${number(position)} in de wachtrij`,
  estimatedWait: (time) => `ongeveer ${time}`,
  withAgent: (name) => `Je praat met ${name}`,
  cancelRequest: 'Annuleren',
  soundOff: 'Geluid uitzetten',
  soundOn: 'Geluid aanzetten',
  menu: 'Menu',
  language: 'Taal',
  startAfresh: 'Nieuw gesprek',
  saveTranscript: 'Gesprek opslaan',
  mailTranscript: 'Gesprek per e-mail',
  transcriptMailed: (to) => `Onderweg naar ${to}.`,
  transcriptRefused: (to) => `Kon niet worden bezorgd bij ${to}. Klopt het adres?`,
  endConversation: 'Beëindigen',
  leaveDetails: 'Gegevens achterlaten',
  hideDetails: 'Verbergen',

  contactIntroWaiting: 'Laat je gegevens achter, dan kunnen we antwoorden ook als je weg moet.',
  contactIntroFirst: 'Hoe bereiken we je als de verbinding wegvalt?',
  contactIntroUnanswered: 'Laat je gegevens achter, dan nemen we contact met je op.',
  contactName: 'Naam',
  contactEmail: 'E-mail',
  contactText: 'Hoe kunnen we helpen?',
  contactSubmit: 'Gegevens opslaan',
  contactSubmitAndLeave: 'Opslaan en niet wachten',
  contactSubmitFirst: 'Doorgaan',
  invalidEmail: 'Vul een e-mailadres in zoals naam@example.com.',
  contactEmpty: 'Vul ten minste één veld in.',
  fieldTooLong: (limit) =>
    count(limit, { one: 'Gebruik hoogstens # teken.', other: 'Gebruik hoogstens # tekens.' }),

  connecting: 'Verbinden…',
  notConnected: 'Niet verbonden',
  reconnecting: 'Opnieuw verbinden…',
  offline: 'Je bent offline. Wat je schrijft, wordt verstuurd zodra je weer online bent.',
  unreachable: 'We zijn nu niet bereikbaar. Opnieuw verbinden…',
  forbidden: 'Chat is op deze pagina niet beschikbaar.',
  reloadNeeded: 'De chat is bijgewerkt. Laad de pagina opnieuw om verder te gaan.',
  offence: 'De chat is gesloten omdat er op deze pagina iets misging.',
  tryNow: 'Nu proberen',
  reload: 'Herladen',

  noticeFailed: 'Dat is niet gelukt.',

  code: (language) => (language ? `Code, ${language}` : 'Code'),
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  table: 'Tabel',
  done: 'Klaar',
  notDone: 'Te doen',

  choices: 'Keuzes',
  chosen: 'Gekozen:',
  confirmChoices: 'Bevestigen',
  answered: 'Beantwoord',
  notAnswered: 'Niet beantwoord',
  awaitingAnswer: 'Wacht op antwoord',

  cards: 'Kaarten',
  card: (at, of) => `${number(at)} van ${number(of)}`,
  previousCard: 'Vorige kaart',
  nextCard: 'Volgende kaart',
  opensInNewTab: 'opent in een nieuw tabblad',

  openImage: (name) => `${name} vergroten`,
  closeImage: 'Afbeelding sluiten',
  imageFailed: (name) => `${name} kon niet worden geladen.`,
  openInNewTab: 'In een nieuw tabblad openen',

  download: 'Downloaden',
  fileUnavailable: 'Nu niet beschikbaar',

  yes: 'Ja',
  no: 'Nee',

  submitForm: 'Verzenden',
  optional: 'optioneel',
  pickOption: 'Kies er een',
  fieldMissing: (label) => `Vul ‘${label}’ in.`,
  invalidPhone: 'Vul een telefoonnummer in zoals +351 210 000 000.',
  invalidNumber: 'Vul een getal in.',
  invalidDate: 'Vul een datum in.',

  rating: 'Beoordeling',
  score: (score, scale) => `${number(score)} van ${number(scale)}`,
  thumbsUp: 'Goed',
  thumbsDown: 'Niet goed',
  ratingMissing: 'Kies er eerst een.',
  comment: 'Wil je nog iets kwijt?',
  submitRating: 'Beoordeling sturen',

  attach: 'Bestanden toevoegen',
  attachHint: (size) => `Afbeeldingen, pdf, tekst of Office-documenten, elk tot ${size}`,
  attachments: 'Bijlagen',
  dropFiles: 'Zet de bestanden hier neer',
  attached: (name) => `${name} is toegevoegd.`,
  uploaded: (name) => `${name} is geüpload.`,
  uploading: 'Wordt geüpload',
  uploadWaiting: 'Wacht op verbinding',
  uploadFailed: 'Niet aangekomen',
  removeFile: (name) => `${name} verwijderen`,
  fileTooLarge: (size) => `Te groot. Een bestand mag maximaal ${size} zijn.`,
  fileEmpty: 'Het bestand is leeg.',
  fileKindRefused:
    'Niet geaccepteerd: de inhoud past niet bij de naam, of dit soort bestand is niet toegestaan.',
  tooManyFiles: (amount) => `Maximaal aantal bestanden per bericht: ${number(amount)}`,

  picture: (name) => `Afbeelding: ${name}`,
  askedNoMore: 'Dit is al beantwoord of wordt niet meer gevraagd.',
  notAccepted: 'Dit kon niet worden aangenomen.',
  conversationGone: 'Dit gesprek bestaat niet meer.',
  fileGone: 'Een bestand is er niet meer. Voeg het opnieuw toe.',

  emoji: 'Emoji invoegen',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Nog geen berichten',
  emptyText: 'Berichten verschijnen hier zodra ze worden geschreven.',
  loading: 'Het gesprek wordt geladen',
  historyReplaced: 'Deze geschiedenis is hersteld vanuit een back-up. Sommige berichten ontbreken misschien.',
  message: 'Antwoord',
  messagePlaceholder: 'Schrijf een antwoord',
  unreachable: 'De relay is nu niet bereikbaar. Opnieuw verbinden…',
  forbidden: 'Je bent uitgelogd. Laad de pagina opnieuw om in te loggen.',
  reloadNeeded: 'De console is bijgewerkt. Laad de pagina opnieuw om verder te gaan.',
  noticeOffered: 'De bot heeft een mens aangeboden',
  noticeDeclined: 'De bezoeker heeft het aanbod afgeslagen',
  noticeRequested: (by) =>
    by === 'bot' ? 'De bot heeft om een mens gevraagd' : 'De bezoeker heeft om een mens gevraagd',
  noticeContactLeft: (email) =>
    email ? `De bezoeker heeft gegevens achtergelaten: ${email}` : 'De bezoeker heeft gegevens achtergelaten',
  noticeRequeued: (name) => `${name} heeft het gesprek teruggezet in de wachtrij`,
  noticeTransferred: (from, name) => `${from} heeft het gesprek overgedragen aan ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} heeft het gesprek weer opgepakt`,
};

/** Dutch, with `je`. */
export const nl: Locale = { tag: 'nl', dir: 'ltr', visitorLabels, agentLabels };
