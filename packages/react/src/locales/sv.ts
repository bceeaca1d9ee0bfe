import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/sv';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('sv');

const botAgain = 'Boten svarar igen.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} löste samtalet.` : 'Samtalet löstes.'} ${botAgain}`,
  'ended-by-visitor': `Besökaren avslutade samtalet. ${botAgain}`,
  'visitor-left': 'Besökaren gick.',
  cancelled: 'Besökaren avbröt förfrågan.',
  inactive: 'Avslutades eftersom det blev tyst.',
  'nobody-available': 'Avslutades eftersom ingen var tillgänglig.',
  'wait-expired': 'Ingen svarade i tid.',
  'left-contact': 'Besökaren slutade vänta.',
  'rejected-by-all': 'Alla tackade nej.',
  'desk-failed': 'Supportdisken kunde inte nås.',
  'turned-off': 'Livechatten stängdes av.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Öppna chatten',
  closeChat: 'Stäng chatten',
  unread: (amount) => count(amount, { one: '# oläst meddelande', other: '# olästa meddelanden' }),
  chat: 'Chatt',
  visitor: 'Besökare',
  botStatus: 'Svarar direkt',
  agentStatus: 'Här hos dig',
  waitingTitle: 'Ett ögonblick',
  waitingStatus: 'Vi söker någon',
  emptyTitle: 'Hej, hur kan vi hjälpa dig?',
  emptyText: 'Fråga vad du vill. Du kan när som helst be om en människa.',
  loading: 'Hämtar ditt samtal',
  loadingOlder: 'Hämtar tidigare meddelanden',
  newMessages: (amount) => count(amount, { one: '# nytt meddelande', other: '# nya meddelanden' }),
  jumpToLatest: 'Till det senaste',
  newSince: 'Nytt',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} och ${number(others.length)} till skriver` : `${first} skriver`,
  unknownPart: 'Det här innehållet kan inte visas här.',
  historyReplaced: 'Samtalet återställdes från en säkerhetskopia. Vissa meddelanden kan saknas.',
  dismiss: 'Stäng',

  message: 'Meddelande',
  messagePlaceholder: 'Skriv ett meddelande',
  send: 'Skicka',
  tooLong: (overBy) => `${number(overBy)} tecken för långt. Korta ner det lite.`,
  charactersLeft: (amount) => `${number(amount)} kvar`,
  outboxFull: 'För många meddelanden väntar på att skickas. Försök igen om en stund.',
  notKept:
    'Webbläsaren sparar inga data för den här sidan, så oskickade meddelanden försvinner om du laddar om.',

  sending: 'Skickar',
  sent: 'Skickat',
  delivered: 'Levererat',
  seen: 'Läst',
  failed: 'Inte skickat',
  retry: 'Försök igen',
  discard: 'Ta bort',

  talkToHuman: 'Prata med en människa',
  acceptOffer: 'Ja, koppla mig',
  declineOffer: 'Inte nu',
  waitingForHuman: 'Väntar på en människa',
  queuePosition: (position) => (position === 1 ? 'Näst på tur' : `Plats ${number(position)} i kön`),
  estimatedWait: (time) => `cirka ${time}`,
  withAgent: (name) => `Du pratar med ${name}`,
  cancelRequest: 'Avbryt',
  soundOff: 'Stäng av ljudet',
  soundOn: 'Sätt på ljudet',
  menu: 'Meny',
  language: 'Språk',
  startAfresh: 'Ny konversation',
  saveTranscript: 'Spara konversationen',
  mailTranscript: 'Skicka via e-post',
  transcriptMailed: (to) => `På väg till ${to}.`,
  transcriptRefused: (to) => `Det gick inte att leverera till ${to}. Stämmer adressen?`,
  endConversation: 'Avsluta',
  leaveDetails: 'Lämna uppgifter',
  hideDetails: 'Dölj',

  contactIntroWaiting: 'Lämna dina uppgifter så kan vi svara även om du måste gå.',
  contactIntroFirst: 'Hur når vi dig om anslutningen bryts?',
  contactIntroUnanswered: 'Lämna dina uppgifter så hör vi av oss.',
  contactName: 'Namn',
  contactEmail: 'E-post',
  contactText: 'Hur kan vi hjälpa dig?',
  contactSubmit: 'Spara uppgifter',
  contactSubmitAndLeave: 'Spara och sluta vänta',
  contactSubmitFirst: 'Fortsätt',
  invalidEmail: 'Ange en e-postadress som namn@example.com.',
  contactEmpty: 'Fyll i minst ett fält.',
  fieldTooLong: (limit) => `Använd högst ${number(limit)} tecken.`,

  connecting: 'Ansluter…',
  notConnected: 'Inte ansluten',
  reconnecting: 'Återansluter…',
  offline: 'Du är offline. Det du skriver skickas när du är tillbaka.',
  unreachable: 'Vi går inte att nå just nu. Återansluter…',
  forbidden: 'Chatten är inte tillgänglig på den här sidan.',
  reloadNeeded: 'Chatten har uppdaterats. Ladda om sidan för att fortsätta.',
  offence: 'Chatten stängdes eftersom något gick fel på sidan.',
  tryNow: 'Försök nu',
  reload: 'Ladda om',

  noticeFailed: 'Det gick inte igenom.',

  code: (language) => (language ? `Kod, ${language}` : 'Kod'),
  copy: 'Kopiera',
  copied: 'Kopierat',
  table: 'Tabell',
  done: 'Klart',
  notDone: 'Att göra',

  choices: 'Alternativ',
  chosen: 'Valt:',
  confirmChoices: 'Bekräfta',
  answered: 'Besvarat',
  notAnswered: 'Inte besvarat',
  awaitingAnswer: 'Väntar på svar',

  cards: 'Kort',
  card: (at, of) => `${number(at)} av ${number(of)}`,
  previousCard: 'Föregående kort',
  nextCard: 'Nästa kort',
  opensInNewTab: 'öppnas i en ny flik',

  openImage: (name) => `Förstora ${name}`,
  closeImage: 'Stäng bilden',
  imageFailed: (name) => `${name} kunde inte laddas.`,
  openInNewTab: 'Öppna i en ny flik',

  download: 'Ladda ner',
  fileUnavailable: 'Inte tillgänglig just nu',

  yes: 'Ja',
  no: 'Nej',

  submitForm: 'Skicka',
  optional: 'valfritt',
  pickOption: 'Välj',
  fieldMissing: (label) => `Fyll i ”${label}”.`,
  invalidPhone: 'Ange ett telefonnummer som +351 210 000 000.',
  invalidNumber: 'Ange ett tal.',
  invalidDate: 'Ange ett datum.',

  rating: 'Betyg',
  score: (score, scale) => `${number(score)} av ${number(scale)}`,
  thumbsUp: 'Bra',
  thumbsDown: 'Inte bra',
  ratingMissing: 'Välj ett alternativ först.',
  comment: 'Vill du tillägga något?',
  submitRating: 'Skicka betyg',

  attach: 'Bifoga filer',
  attachHint: (size) => `Bilder, PDF, text eller Office-dokument, upp till ${size} vardera`,
  attachments: 'Bilagor',
  dropFiles: 'Släpp filerna här',
  attached: (name) => `${name} har lagts till.`,
  uploaded: (name) => `${name} är uppladdad.`,
  uploading: 'Laddas upp',
  uploadWaiting: 'Väntar på anslutning',
  uploadFailed: 'Kom inte fram',
  removeFile: (name) => `Ta bort ${name}`,
  fileTooLarge: (size) => `För stor. En fil får vara högst ${size}.`,
  fileEmpty: 'Filen är tom.',
  fileKindRefused: 'Togs inte emot: innehållet stämmer inte med namnet, eller så är filtypen inte tillåten.',
  tooManyFiles: (amount) => `Högsta antal filer per meddelande: ${number(amount)}`,

  picture: (name) => `Bild: ${name}`,
  askedNoMore: 'Det här är redan besvarat, eller efterfrågas inte längre.',
  notAccepted: 'Det här kunde inte tas emot.',
  conversationGone: 'Den här konversationen finns inte längre.',
  fileGone: 'En fil finns inte kvar. Bifoga den igen.',

  emoji: 'Infoga emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Inget sagt än',
  emptyText: 'Meddelanden visas här när de skrivs.',
  loading: 'Hämtar samtalet',
  historyReplaced: 'Historiken återställdes från en säkerhetskopia. Vissa meddelanden kan saknas.',
  message: 'Svar',
  messagePlaceholder: 'Skriv ett svar',
  unreachable: 'Reläet går inte att nå just nu. Återansluter…',
  forbidden: 'Du är utloggad. Ladda om sidan för att logga in.',
  reloadNeeded: 'Konsolen har uppdaterats. Ladda om sidan för att fortsätta.',
  noticeOffered: 'Boten erbjöd en människa',
  noticeDeclined: 'Besökaren tackade nej till erbjudandet',
  noticeRequested: (by) => (by === 'bot' ? 'Boten bad om en människa' : 'Besökaren bad om en människa'),
  noticeContactLeft: (email) =>
    email ? `Besökaren lämnade sina uppgifter: ${email}` : 'Besökaren lämnade sina uppgifter',
  noticeRequeued: (name) => `${name} lade tillbaka samtalet i kön`,
  noticeTransferred: (from, name) => `${from} lämnade över samtalet till ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} tog upp samtalet igen`,
};

/** Swedish. */
export const sv: Locale = { tag: 'sv', dir: 'ltr', visitorLabels, agentLabels };
