import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/it';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('it');

const botAgain = 'Ora risponde di nuovo il bot.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} ha risolto la conversazione.` : 'La conversazione è stata risolta.'} ${botAgain}`,
  'ended-by-visitor': `Il visitatore ha chiuso la conversazione. ${botAgain}`,
  'visitor-left': 'Il visitatore è uscito.',
  cancelled: 'Il visitatore ha annullato la richiesta.',
  inactive: 'Chiusa per inattività.',
  'nobody-available': 'Chiusa perché non era disponibile nessuno.',
  'wait-expired': 'Nessuno ha risposto in tempo.',
  'left-contact': 'Il visitatore non è più in attesa.',
  'rejected-by-all': 'Nessun agente l’ha presa in carico.',
  'desk-failed': 'Impossibile contattare la postazione degli agenti.',
  'turned-off': 'La chat dal vivo è stata disattivata.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Apri la chat',
  closeChat: 'Chiudi la chat',
  unread: (amount) => count(amount, { one: '# messaggio non letto', other: '# messaggi non letti' }),
  chat: 'Chat',
  visitor: 'Visitatore',
  botStatus: 'Risponde subito',
  agentStatus: 'Qui con te',
  waitingTitle: 'Un momento',
  waitingStatus: 'Cerchiamo qualcuno',
  emptyTitle: 'Ciao, come possiamo aiutarti?',
  emptyText: 'Chiedi pure. Puoi parlare con una persona in qualsiasi momento.',
  loading: 'Caricamento della conversazione',
  loadingOlder: 'Caricamento dei messaggi precedenti',
  newMessages: (amount) => count(amount, { one: '# nuovo messaggio', other: '# nuovi messaggi' }),
  jumpToLatest: 'Vai all’ultimo',
  newSince: 'Nuovi',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} e un’altra persona stanno scrivendo`,
          other: `${first} e altre # persone stanno scrivendo`,
        })
      : `${first} sta scrivendo`,
  unknownPart: 'Questo contenuto non può essere mostrato qui.',
  historyReplaced:
    'Questa conversazione è stata ripristinata da un backup. Alcuni messaggi potrebbero mancare.',
  dismiss: 'Chiudi',

  message: 'Messaggio',
  messagePlaceholder: 'Scrivi un messaggio',
  send: 'Invia',
  tooLong: (overBy) =>
    count(overBy, {
      one: '# carattere di troppo. Accorcia il testo.',
      other: '# caratteri di troppo. Accorcia il testo.',
    }),
  charactersLeft: (amount) => count(amount, { one: '# rimasto', other: '# rimasti' }),
  outboxFull: 'Troppi messaggi sono in attesa di invio. Riprova tra un momento.',
  notKept: 'Il browser non conserva dati per questa pagina: ricaricandola si perdono i messaggi non inviati.',

  sending: 'Invio in corso',
  sent: 'Inviato',
  delivered: 'Consegnato',
  seen: 'Letto',
  failed: 'Non inviato',
  retry: 'Riprova',
  discard: 'Elimina',

  talkToHuman: 'Parla con una persona',
  acceptOffer: 'Sì, mettimi in contatto',
  declineOffer: 'Non ora',
  waitingForHuman: 'In attesa di una persona',
  queuePosition: (position) =>
    position === 1 ? 'Prossimo in coda' : `Posizione ${number(position)} in coda`,
  estimatedWait: (time) => `circa ${time}`,
  withAgent: (name) => `Stai parlando con ${name}`,
  cancelRequest: 'Annulla',
  soundOff: 'Disattiva audio',
  soundOn: 'Attiva audio',
  menu: 'Menu',
  language: 'Lingua',
  startAfresh: 'Nuova conversazione',
  saveTranscript: 'Salva la conversazione',
  mailTranscript: 'Ricevi via e-mail',
  transcriptMailed: (to) => `In arrivo a ${to}.`,
  transcriptRefused: (to) => `Impossibile consegnare a ${to}. L’indirizzo è corretto?`,
  endConversation: 'Termina',
  leaveDetails: 'Lascia i tuoi dati',
  hideDetails: 'Nascondi',

  contactIntroWaiting: 'Lascia i tuoi dati: potremo risponderti anche se devi andare.',
  contactIntroFirst: 'Come possiamo contattarti se cade la linea?',
  contactIntroUnanswered: 'Lascia i tuoi dati e ti risponderemo.',
  contactName: 'Nome',
  contactEmail: 'E-mail',
  contactText: 'Come possiamo aiutarti?',
  contactSubmit: 'Salva i miei dati',
  contactSubmitAndLeave: 'Salva e non aspettare',
  contactSubmitFirst: 'Continua',
  invalidEmail: 'Inserisci un indirizzo e-mail come nome@example.com.',
  contactEmpty: 'Compila almeno un campo.',
  fieldTooLong: (limit) => count(limit, { one: 'Al massimo # carattere.', other: 'Al massimo # caratteri.' }),

  connecting: 'Connessione in corso…',
  notConnected: 'Non connesso',
  reconnecting: 'Riconnessione in corso…',
  offline: 'Sei offline. Quello che scrivi partirà quando torni online.',
  unreachable: 'Al momento non siamo raggiungibili. Riconnessione in corso…',
  forbidden: 'La chat non è disponibile in questa pagina.',
  reloadNeeded: 'La chat è stata aggiornata. Ricarica la pagina per continuare.',
  offence: 'La chat è stata chiusa perché qualcosa è andato storto in questa pagina.',
  tryNow: 'Prova ora',
  reload: 'Ricarica',

  noticeFailed: 'L’operazione non è riuscita.',

  code: (language) => (language ? `Codice, ${language}` : 'Codice'),
  copy: 'Copia',
  copied: 'Copiato',
  table: 'Tabella',
  done: 'Fatto',
  notDone: 'Da fare',

  choices: 'Opzioni',
  chosen: 'Scelta:',
  confirmChoices: 'Conferma',
  answered: 'Risposto',
  notAnswered: 'Senza risposta',
  awaitingAnswer: 'In attesa di risposta',

  cards: 'Schede',
  card: (at, of) => `${number(at)} di ${number(of)}`,
  previousCard: 'Scheda precedente',
  nextCard: 'Scheda successiva',
  opensInNewTab: 'si apre in una nuova scheda',

  openImage: (name) => `Ingrandisci ${name}`,
  closeImage: 'Chiudi immagine',
  imageFailed: (name) => `Impossibile caricare ${name}.`,
  openInNewTab: 'Apri in una nuova scheda',

  download: 'Scarica',
  fileUnavailable: 'Al momento non disponibile',

  yes: 'Sì',
  no: 'No',

  submitForm: 'Invia',
  optional: 'facoltativo',
  pickOption: 'Scegli',
  fieldMissing: (label) => `Compila «${label}».`,
  invalidPhone: 'Inserisci un numero di telefono come +351 210 000 000.',
  invalidNumber: 'Inserisci un numero.',
  invalidDate: 'Inserisci una data.',

  rating: 'Valutazione',
  score: (score, scale) => `${number(score)} su ${number(scale)}`,
  thumbsUp: 'Bene',
  thumbsDown: 'Non bene',
  ratingMissing: 'Scegli prima un’opzione.',
  comment: 'Vuoi aggiungere qualcosa?',
  submitRating: 'Invia valutazione',

  attach: 'Allega file',
  attachHint: (size) => `Immagini, PDF, testo o documenti Office, fino a ${size} ciascuno`,
  attachments: 'Allegati',
  dropFiles: 'Rilascia qui i file',
  attached: (name) => `${name} è stato aggiunto.`,
  uploaded: (name) => `${name} è stato caricato.`,
  uploading: 'Caricamento in corso',
  uploadWaiting: 'In attesa della connessione',
  uploadFailed: 'Non arrivato',
  removeFile: (name) => `Rimuovi ${name}`,
  fileTooLarge: (size) => `Troppo grande. Un file può avere al massimo ${size}.`,
  fileEmpty: 'Il file è vuoto.',
  fileKindRefused: 'Non accettato: il contenuto non corrisponde al nome o questo tipo di file non è ammesso.',
  tooManyFiles: (amount) => `Numero massimo di file per messaggio: ${number(amount)}`,

  picture: (name) => `Immagine: ${name}`,
  askedNoMore: 'Hai già risposto, o la domanda non è più attiva.',
  notAccepted: 'Non è stato possibile accettarlo.',
  conversationGone: 'Questa conversazione non esiste più.',
  fileGone: 'Un file non c’è più. Allegalo di nuovo.',

  emoji: 'Inserisci emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Ancora nessun messaggio',
  emptyText: 'I messaggi compaiono qui man mano che vengono scritti.',
  loading: 'Caricamento della conversazione',
  historyReplaced: 'Questa cronologia è stata ripristinata da un backup. Alcuni messaggi potrebbero mancare.',
  message: 'Risposta',
  messagePlaceholder: 'Scrivi una risposta',
  unreachable: 'Il relay non è raggiungibile al momento. Riconnessione in corso…',
  forbidden: 'La sessione è terminata. Ricarica la pagina per accedere.',
  reloadNeeded: 'La console è stata aggiornata. Ricarica la pagina per continuare.',
  noticeOffered: 'Il bot ha proposto una persona',
  noticeDeclined: 'Il visitatore ha rifiutato la proposta',
  noticeRequested: (by) =>
    by === 'bot' ? 'Il bot ha chiesto una persona' : 'Il visitatore ha chiesto di parlare con una persona',
  noticeContactLeft: (email) =>
    email ? `Il visitatore ha lasciato i suoi dati: ${email}` : 'Il visitatore ha lasciato i suoi dati',
  noticeRequeued: (name) => `${name} ha rimesso la conversazione in coda`,
  noticeTransferred: (from, name) => `${from} ha trasferito la conversazione a ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} ha ripreso la conversazione`,
};

/** Italian, with `tu`. */
export const it: Locale = { tag: 'it', dir: 'ltr', visitorLabels, agentLabels };
