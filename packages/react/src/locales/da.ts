import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/da';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('da');

const botAgain = 'Botten svarer igen.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} løste samtalen.` : 'Samtalen blev løst.'} ${botAgain}`,
  'ended-by-visitor': `Den besøgende afsluttede samtalen. ${botAgain}`,
  'visitor-left': 'Den besøgende gik.',
  cancelled: 'Den besøgende annullerede anmodningen.',
  inactive: 'Afsluttet, fordi der blev stille.',
  'nobody-available': 'Afsluttet, fordi ingen var ledige.',
  'wait-expired': 'Ingen svarede i tide.',
  'left-contact': 'Den besøgende venter ikke længere.',
  'rejected-by-all': 'Alle sagde nej til samtalen.',
  'desk-failed': 'Supportdesken kunne ikke nås.',
  'turned-off': 'Livechatten blev slået fra.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Åbn chatten',
  closeChat: 'Luk chatten',
  unread: (amount) => count(amount, { one: '# ulæst besked', other: '# ulæste beskeder' }),
  chat: 'Chat',
  visitor: 'Besøgende',
  botStatus: 'Svarer med det samme',
  agentStatus: 'Klar til at hjælpe dig',
  waitingTitle: 'Et øjeblik',
  waitingStatus: 'Vi finder en',
  emptyTitle: 'Hej, hvad kan vi hjælpe med?',
  emptyText: 'Spørg om hvad som helst. Du kan altid bede om et menneske.',
  loading: 'Henter din samtale',
  loadingOlder: 'Henter tidligere beskeder',
  newMessages: (amount) => count(amount, { one: '# ny besked', other: '# nye beskeder' }),
  jumpToLatest: 'Til den nyeste',
  newSince: 'Nyt',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} og # anden skriver`,
          other: `${first} og # andre skriver`,
        })
      : `${first} skriver`,
  unknownPart: 'Dette indhold kan ikke vises her.',
  historyReplaced: 'Samtalen er gendannet fra en sikkerhedskopi. Nogle beskeder kan mangle.',
  dismiss: 'Skjul',

  message: 'Besked',
  messagePlaceholder: 'Skriv en besked',
  send: 'Send',
  tooLong: (overBy) => `${number(overBy)} tegn for lang. Gør den lidt kortere.`,
  charactersLeft: (amount) => `${number(amount)} tilbage`,
  outboxFull: 'For mange beskeder venter på at blive sendt. Prøv igen om lidt.',
  notKept:
    'Din browser gemmer ingen data for denne side, så beskeder, der ikke er sendt, går tabt, når du genindlæser.',

  sending: 'Sender',
  sent: 'Sendt',
  delivered: 'Leveret',
  seen: 'Set',
  failed: 'Ikke sendt',
  retry: 'Prøv igen',
  discard: 'Kassér',

  talkToHuman: 'Tal med et menneske',
  acceptOffer: 'Ja, stil mig om',
  declineOffer: 'Ikke nu',
  waitingForHuman: 'Venter på et menneske',
  queuePosition: (position) => (position === 1 ? 'Næste i køen' : `Plads ${number(position)} i køen`),
  estimatedWait: (time) => `cirka ${time}`,
  withAgent: (name) => `Du taler med ${name}`,
  cancelRequest: 'Annuller',
  soundOff: 'Slå lyden fra',
  soundOn: 'Slå lyden til',
  menu: 'Menu',
  language: 'Sprog',
  startAfresh: 'Ny samtale',
  saveTranscript: 'Gem samtalen',
  mailTranscript: 'Send på e-mail',
  transcriptMailed: (to) => `På vej til ${to}.`,
  transcriptRefused: (to) => `Kunne ikke leveres til ${to}. Er adressen rigtig?`,
  endConversation: 'Afslut',
  leaveDetails: 'Efterlad oplysninger',
  hideDetails: 'Skjul',

  contactIntroWaiting: 'Efterlad dine oplysninger, så kan vi svare, selv om du bliver nødt til at gå.',
  contactIntroFirst: 'Hvordan får vi fat i dig, hvis forbindelsen ryger?',
  contactIntroUnanswered: 'Efterlad dine oplysninger, så vender vi tilbage.',
  contactName: 'Navn',
  contactEmail: 'E-mail',
  contactText: 'Hvad kan vi hjælpe med?',
  contactSubmit: 'Gem oplysninger',
  contactSubmitAndLeave: 'Gem og stop med at vente',
  contactSubmitFirst: 'Fortsæt',
  invalidEmail: 'Skriv en e-mailadresse som navn@example.com.',
  contactEmpty: 'Udfyld mindst ét felt.',
  fieldTooLong: (limit) => `Brug højst ${number(limit)} tegn.`,

  connecting: 'Opretter forbindelse…',
  notConnected: 'Ikke forbundet',
  reconnecting: 'Genopretter forbindelsen…',
  offline: 'Du er offline. Det, du skriver, bliver sendt, når du er tilbage.',
  unreachable: 'Vi kan ikke nås lige nu. Genopretter forbindelsen…',
  forbidden: 'Chatten er ikke tilgængelig på denne side.',
  reloadNeeded: 'Chatten er opdateret. Genindlæs siden for at fortsætte.',
  offence: 'Chatten blev lukket, fordi noget gik galt på denne side.',
  tryNow: 'Prøv nu',
  reload: 'Genindlæs',

  noticeFailed: 'Det lykkedes ikke.',

  code: (language) => (language ? `Kode, ${language}` : 'Kode'),
  copy: 'Kopiér',
  copied: 'Kopieret',
  table: 'Tabel',
  done: 'Udført',
  notDone: 'Mangler',

  choices: 'Valgmuligheder',
  chosen: 'Valgt:',
  confirmChoices: 'Bekræft',
  answered: 'Besvaret',
  notAnswered: 'Ikke besvaret',
  awaitingAnswer: 'Venter på svar',

  cards: 'Kort',
  card: (at, of) => `${number(at)} af ${number(of)}`,
  previousCard: 'Forrige kort',
  nextCard: 'Næste kort',
  opensInNewTab: 'åbner i en ny fane',

  openImage: (name) => `Forstør ${name}`,
  closeImage: 'Luk billedet',
  imageFailed: (name) => `${name} kunne ikke indlæses.`,
  openInNewTab: 'Åbn i en ny fane',

  download: 'Download',
  fileUnavailable: 'Ikke tilgængelig lige nu',

  yes: 'Ja',
  no: 'Nej',

  submitForm: 'Indsend',
  optional: 'valgfrit',
  pickOption: 'Vælg',
  fieldMissing: (label) => `Udfyld “${label}”.`,
  invalidPhone: 'Skriv et telefonnummer som +351 210 000 000.',
  invalidNumber: 'Skriv et tal.',
  invalidDate: 'Skriv en dato.',

  rating: 'Bedømmelse',
  score: (score, scale) => `${number(score)} af ${number(scale)}`,
  thumbsUp: 'Godt',
  thumbsDown: 'Ikke godt',
  ratingMissing: 'Vælg en mulighed først.',
  comment: 'Vil du tilføje noget?',
  submitRating: 'Send bedømmelse',

  attach: 'Vedhæft filer',
  attachHint: (size) => `Billeder, PDF, tekst eller Office-dokumenter, op til ${size} hver`,
  attachments: 'Vedhæftede filer',
  dropFiles: 'Slip filerne her',
  attached: (name) => `${name} er tilføjet.`,
  uploaded: (name) => `${name} er uploadet.`,
  uploading: 'Uploades',
  uploadWaiting: 'Venter på forbindelse',
  uploadFailed: 'Nåede ikke frem',
  removeFile: (name) => `Fjern ${name}`,
  fileTooLarge: (size) => `For stor. En fil må højst være ${size}.`,
  fileEmpty: 'Filen er tom.',
  fileKindRefused: 'Ikke modtaget: indholdet passer ikke til navnet, eller filtypen er ikke tilladt.',
  tooManyFiles: (amount) => `Højeste antal filer pr. besked: ${number(amount)}`,

  picture: (name) => `Billede: ${name}`,
  askedNoMore: 'Dette er allerede besvaret eller spørges der ikke længere om.',
  notAccepted: 'Dette kunne ikke modtages.',
  conversationGone: 'Denne samtale findes ikke længere.',
  fileGone: 'En fil er der ikke længere. Vedhæft den igen.',

  emoji: 'Indsæt emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Ingen beskeder endnu',
  emptyText: 'Beskeder vises her, efterhånden som de bliver skrevet.',
  loading: 'Henter samtalen',
  historyReplaced: 'Historikken er gendannet fra en sikkerhedskopi. Nogle beskeder kan mangle.',
  message: 'Svar',
  messagePlaceholder: 'Skriv et svar',
  unreachable: 'Relæet kan ikke nås lige nu. Genopretter forbindelsen…',
  forbidden: 'Du er logget ud. Genindlæs siden for at logge ind.',
  reloadNeeded: 'Konsollen er opdateret. Genindlæs siden for at fortsætte.',
  noticeOffered: 'Botten tilbød et menneske',
  noticeDeclined: 'Den besøgende takkede nej til tilbuddet',
  noticeRequested: (by) => (by === 'bot' ? 'Botten bad om et menneske' : 'Den besøgende bad om et menneske'),
  noticeContactLeft: (email) =>
    email ? `Den besøgende efterlod sine oplysninger: ${email}` : 'Den besøgende efterlod sine oplysninger',
  noticeRequeued: (name) => `${name} lagde samtalen tilbage i køen`,
  noticeTransferred: (from, name) => `${from} gav samtalen videre til ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} tog samtalen op igen`,
};

/** Danish. */
export const da: Locale = { tag: 'da', dir: 'ltr', visitorLabels, agentLabels };
