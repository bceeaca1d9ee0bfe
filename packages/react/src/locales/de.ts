import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/de';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('de');

const botAgain = 'Der Bot antwortet wieder.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} hat das Gespräch abgeschlossen.` : 'Das Gespräch wurde abgeschlossen.'} ${botAgain}`,
  'ended-by-visitor': `Der Besucher hat das Gespräch beendet. ${botAgain}`,
  'visitor-left': 'Der Besucher ist gegangen.',
  cancelled: 'Der Besucher hat die Anfrage abgebrochen.',
  inactive: 'Beendet, weil es länger still war.',
  'nobody-available': 'Beendet, weil niemand verfügbar war.',
  'wait-expired': 'Niemand hat rechtzeitig geantwortet.',
  'left-contact': 'Der Besucher wartet nicht mehr.',
  'rejected-by-all': 'Alle haben abgelehnt.',
  'desk-failed': 'Der Desk war nicht zu erreichen.',
  'turned-off': 'Der Live-Chat wurde abgeschaltet.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Chat öffnen',
  closeChat: 'Chat schließen',
  unread: (amount) => count(amount, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  chat: 'Chat',
  visitor: 'Besucher',
  botStatus: 'Antwortet sofort',
  agentStatus: 'Für Sie da',
  waitingTitle: 'Einen Moment',
  waitingStatus: 'Wir suchen jemanden',
  emptyTitle: 'Hallo, wie können wir helfen?',
  emptyText: 'Fragen Sie einfach. Sie können jederzeit um einen Menschen bitten.',
  loading: 'Ihr Gespräch wird geladen',
  loadingOlder: 'Frühere Nachrichten werden geladen',
  newMessages: (amount) => count(amount, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  jumpToLatest: 'Zur neuesten',
  newSince: 'Neu',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} und ${number(others.length)} weitere schreiben` : `${first} schreibt`,
  unknownPart: 'Dieser Inhalt kann hier nicht angezeigt werden.',
  historyReplaced:
    'Dieses Gespräch wurde aus einer Sicherung wiederhergestellt. Einzelne Nachrichten können fehlen.',
  dismiss: 'Ausblenden',

  message: 'Nachricht',
  messagePlaceholder: 'Nachricht schreiben',
  send: 'Senden',
  tooLong: (overBy) => `${number(overBy)} Zeichen zu lang. Bitte kürzen Sie den Text.`,
  charactersLeft: (amount) => `Noch ${number(amount)}`,
  outboxFull: 'Es warten zu viele Nachrichten auf den Versand. Bitte versuchen Sie es gleich noch einmal.',
  notKept:
    'Ihr Browser speichert für diese Seite keine Daten. Nicht gesendete Nachrichten gehen beim Neuladen verloren.',

  sending: 'Wird gesendet',
  sent: 'Gesendet',
  delivered: 'Zugestellt',
  seen: 'Gelesen',
  failed: 'Nicht gesendet',
  retry: 'Wiederholen',
  discard: 'Verwerfen',

  talkToHuman: 'Mit jemandem sprechen',
  acceptOffer: 'Ja, bitte verbinden',
  declineOffer: 'Nicht jetzt',
  waitingForHuman: 'In der Warteschlange',
  queuePosition: (position) =>
    position === 1 ? 'Als Nächstes an der Reihe' : `Platz ${number(position)} in der Warteschlange`,
  estimatedWait: (time) => `etwa ${time}`,
  withAgent: (name) => `Sie sprechen mit ${name}`,
  cancelRequest: 'Abbrechen',
  soundOff: 'Ton ausschalten',
  soundOn: 'Ton einschalten',
  menu: 'Menü',
  language: 'Sprache',
  startAfresh: 'Neues Gespräch',
  saveTranscript: 'Verlauf speichern',
  mailTranscript: 'Verlauf per E-Mail',
  transcriptMailed: (to) => `Unterwegs an ${to}.`,
  transcriptRefused: (to) => `Die E-Mail an ${to} wurde nicht angenommen. Stimmt die Adresse?`,
  endConversation: 'Beenden',
  leaveDetails: 'Kontakt hinterlassen',
  hideDetails: 'Ausblenden',

  contactIntroWaiting: 'Hinterlassen Sie Ihre Daten, dann antworten wir auch, wenn Sie gehen müssen.',
  contactIntroFirst: 'Wie erreichen wir Sie, falls die Verbindung abreißt?',
  contactIntroUnanswered: 'Hinterlassen Sie Ihre Daten, wir melden uns bei Ihnen.',
  contactName: 'Name',
  contactEmail: 'E-Mail',
  contactText: 'Wie können wir helfen?',
  contactSubmit: 'Daten speichern',
  contactSubmitAndLeave: 'Speichern und nicht warten',
  contactSubmitFirst: 'Weiter',
  invalidEmail: 'Bitte geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  contactEmpty: 'Bitte füllen Sie mindestens ein Feld aus.',
  fieldTooLong: (limit) => `Bitte höchstens ${number(limit)} Zeichen.`,

  connecting: 'Verbindung wird hergestellt …',
  notConnected: 'Nicht verbunden',
  reconnecting: 'Verbindung wird wiederhergestellt …',
  offline: 'Sie sind offline. Was Sie schreiben, wird gesendet, sobald Sie wieder online sind.',
  unreachable: 'Wir sind gerade nicht erreichbar. Neuer Versuch …',
  forbidden: 'Der Chat ist auf dieser Seite nicht verfügbar.',
  reloadNeeded: 'Der Chat wurde aktualisiert. Bitte laden Sie die Seite neu.',
  offence: 'Der Chat wurde geschlossen, weil auf dieser Seite etwas schiefgelaufen ist.',
  tryNow: 'Neu versuchen',
  reload: 'Neu laden',

  noticeFailed: 'Das hat nicht geklappt.',

  code: (language) => (language ? `Code, ${language}` : 'Code'),
  copy: 'Kopieren',
  copied: 'Kopiert',
  table: 'Tabelle',
  done: 'Erledigt',
  notDone: 'Offen',

  choices: 'Auswahl',
  chosen: 'Ausgewählt:',
  confirmChoices: 'Bestätigen',
  answered: 'Beantwortet',
  notAnswered: 'Nicht beantwortet',
  awaitingAnswer: 'Wartet auf Antwort',

  cards: 'Karten',
  card: (at, of) => `${number(at)} von ${number(of)}`,
  previousCard: 'Vorherige Karte',
  nextCard: 'Nächste Karte',
  opensInNewTab: 'öffnet in neuem Tab',

  openImage: (name) => `${name} vergrößern`,
  closeImage: 'Bild schließen',
  imageFailed: (name) => `${name} konnte nicht geladen werden.`,
  openInNewTab: 'In neuem Tab öffnen',

  download: 'Herunterladen',
  fileUnavailable: 'Zurzeit nicht verfügbar',

  yes: 'Ja',
  no: 'Nein',

  submitForm: 'Absenden',
  optional: 'optional',
  pickOption: 'Bitte wählen',
  fieldMissing: (label) => `Bitte füllen Sie „${label}“ aus.`,
  invalidPhone: 'Bitte geben Sie eine Telefonnummer wie +351 210 000 000 ein.',
  invalidNumber: 'Bitte geben Sie eine Zahl ein.',
  invalidDate: 'Bitte geben Sie ein Datum ein.',

  rating: 'Bewertung',
  score: (score, scale) => `${number(score)} von ${number(scale)}`,
  thumbsUp: 'Gut',
  thumbsDown: 'Nicht gut',
  ratingMissing: 'Bitte wählen Sie zuerst etwas aus.',
  comment: 'Möchten Sie etwas ergänzen?',
  submitRating: 'Bewertung senden',

  attach: 'Dateien anhängen',
  attachHint: (size) => `Bilder, PDF, Text oder Office-Dokumente, je bis zu ${size}`,
  attachments: 'Anhänge',
  dropFiles: 'Dateien hier ablegen',
  attached: (name) => `${name} wurde hinzugefügt.`,
  uploaded: (name) => `${name} ist hochgeladen.`,
  uploading: 'Wird hochgeladen',
  uploadWaiting: 'Wartet auf die Verbindung',
  uploadFailed: 'Nicht angekommen',
  removeFile: (name) => `${name} entfernen`,
  fileTooLarge: (size) => `Zu groß. Eine Datei darf bis zu ${size} haben.`,
  fileEmpty: 'Die Datei ist leer.',
  fileKindRefused:
    'Nicht angenommen: Der Inhalt passt nicht zum Namen, oder solche Dateien sind nicht erlaubt.',
  tooManyFiles: (amount) => `So viele Dateien passen höchstens in eine Nachricht: ${number(amount)}`,

  picture: (name) => `Bild: ${name}`,
  askedNoMore: 'Das ist schon beantwortet oder wird nicht mehr gefragt.',
  notAccepted: 'Das konnte nicht angenommen werden.',
  conversationGone: 'Dieses Gespräch gibt es nicht mehr.',
  fileGone: 'Eine Datei ist nicht mehr da. Bitte hängen Sie sie erneut an.',

  emoji: 'Emoji einfügen',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Noch nichts geschrieben',
  emptyText: 'Nachrichten erscheinen hier, sobald sie geschrieben werden.',
  loading: 'Das Gespräch wird geladen',
  historyReplaced:
    'Dieser Verlauf wurde aus einer Sicherung wiederhergestellt. Einzelne Nachrichten können fehlen.',
  message: 'Antwort',
  messagePlaceholder: 'Antwort schreiben',
  unreachable: 'Das Relay ist gerade nicht erreichbar. Neuer Versuch …',
  forbidden: 'Sie sind abgemeldet. Laden Sie die Seite neu, um sich anzumelden.',
  reloadNeeded: 'Die Konsole wurde aktualisiert. Bitte laden Sie die Seite neu.',
  noticeOffered: 'Der Bot hat einen Menschen angeboten',
  noticeDeclined: 'Der Besucher hat das Angebot abgelehnt',
  noticeRequested: (by) =>
    by === 'bot'
      ? 'Der Bot hat einen Menschen angefordert'
      : 'Der Besucher möchte mit einem Menschen sprechen',
  noticeContactLeft: (email) =>
    email
      ? `Der Besucher hat seine Kontaktdaten hinterlassen: ${email}`
      : 'Der Besucher hat seine Kontaktdaten hinterlassen',
  noticeRequeued: (name) => `${name} hat das Gespräch in die Warteschlange zurückgegeben`,
  noticeTransferred: (from, name) => `${from} hat das Gespräch an ${name} übergeben`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} hat das Gespräch wieder aufgenommen`,
};

/** German, with the formal address. */
export const de: Locale = { tag: 'de', dir: 'ltr', visitorLabels, agentLabels };
