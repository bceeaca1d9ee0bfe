import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/cs';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('cs');

const botAgain = 'Znovu odpovídá bot.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} uzavírá konverzaci.` : 'Konverzace byla uzavřena.'} ${botAgain}`,
  'ended-by-visitor': `Návštěvník ukončil konverzaci. ${botAgain}`,
  'visitor-left': 'Návštěvník odešel.',
  cancelled: 'Návštěvník zrušil žádost.',
  inactive: 'Ukončeno kvůli nečinnosti.',
  'nobody-available': 'Ukončeno, protože nikdo nebyl k dispozici.',
  'wait-expired': 'Nikdo neodpověděl včas.',
  'left-contact': 'Návštěvník už nečeká.',
  'rejected-by-all': 'Nikdo z týmu konverzaci nepřijal.',
  'desk-failed': 'Nepodařilo se spojit s pracovištěm podpory.',
  'turned-off': 'Živý chat byl vypnut.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Otevřít chat',
  closeChat: 'Zavřít chat',
  unread: (amount) =>
    count(amount, {
      one: '# nepřečtená zpráva',
      few: '# nepřečtené zprávy',
      many: '# nepřečtené zprávy',
      other: '# nepřečtených zpráv',
    }),
  chat: 'Chat',
  visitor: 'Návštěvník',
  botStatus: 'Odpovídá hned',
  agentStatus: 'Je tu pro vás',
  waitingTitle: 'Okamžik',
  waitingStatus: 'Hledáme někoho pro vás',
  emptyTitle: 'Dobrý den, jak můžeme pomoci?',
  emptyText: 'Ptejte se na cokoli. Kdykoli si můžete vyžádat člověka.',
  loading: 'Načítáme vaši konverzaci',
  loadingOlder: 'Načítáme starší zprávy',
  newMessages: (amount) =>
    count(amount, {
      one: '# nová zpráva',
      few: '# nové zprávy',
      many: '# nové zprávy',
      other: '# nových zpráv',
    }),
  jumpToLatest: 'Na nejnovější',
  newSince: 'Nové',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} a # další člověk píší`,
          few: `${first} a # další lidé píší`,
          many: `${first} a # dalšího člověka píší`,
          other: `${first} a # dalších lidí píší`,
        })
      : `${first} píše`,
  unknownPart: 'Tento obsah zde nelze zobrazit.',
  historyReplaced: 'Tato konverzace byla obnovena ze zálohy. Některé zprávy mohou chybět.',
  dismiss: 'Skrýt',

  message: 'Zpráva',
  messagePlaceholder: 'Napište zprávu',
  send: 'Odeslat',
  tooLong: (overBy) =>
    count(overBy, {
      one: 'O # znak delší. Zkraťte prosím text.',
      few: 'O # znaky delší. Zkraťte prosím text.',
      many: 'O # znaku delší. Zkraťte prosím text.',
      other: 'O # znaků delší. Zkraťte prosím text.',
    }),
  charactersLeft: (amount) => `Zbývá ${number(amount)}`,
  outboxFull: 'Na odeslání čeká příliš mnoho zpráv. Zkuste to prosím za chvíli.',
  notKept:
    'Prohlížeč pro tuto stránku neukládá data, takže se neodeslané zprávy po opětovném načtení ztratí.',

  sending: 'Odesílá se',
  sent: 'Odesláno',
  delivered: 'Doručeno',
  seen: 'Přečteno',
  failed: 'Neodesláno',
  retry: 'Zkusit znovu',
  discard: 'Zahodit',

  talkToHuman: 'Mluvit s člověkem',
  acceptOffer: 'Ano, spojte mě',
  declineOffer: 'Teď ne',
  waitingForHuman: 'Čekáte na člověka',
  queuePosition: (position) => (position === 1 ? 'Jste na řadě' : `${number(position)}. v pořadí`),
  estimatedWait: (time) => `asi ${time}`,
  withAgent: (name) => `Věnuje se vám ${name}`,
  cancelRequest: 'Zrušit',
  soundOff: 'Vypnout zvuk',
  soundOn: 'Zapnout zvuk',
  menu: 'Nabídka',
  language: 'Jazyk',
  startAfresh: 'Nová konverzace',
  saveTranscript: 'Uložit konverzaci',
  mailTranscript: 'Poslat e-mailem',
  transcriptMailed: (to) => `Na cestě na ${to}.`,
  transcriptRefused: (to) => `Na ${to} se nepodařilo doručit. Je adresa správná?`,
  endConversation: 'Ukončit',
  leaveDetails: 'Nechat kontakt',
  hideDetails: 'Skrýt',

  contactIntroWaiting: 'Nechte nám kontakt a odpovíme, i když budete muset odejít.',
  contactIntroFirst: 'Jak vás zastihneme, když se spojení přeruší?',
  contactIntroUnanswered: 'Nechte nám kontakt a ozveme se vám.',
  contactName: 'Jméno',
  contactEmail: 'E-mail',
  contactText: 'Jak můžeme pomoci?',
  contactSubmit: 'Uložit údaje',
  contactSubmitAndLeave: 'Uložit a nečekat',
  contactSubmitFirst: 'Pokračovat',
  invalidEmail: 'Zadejte e-mail ve tvaru jmeno@example.com.',
  contactEmpty: 'Vyplňte prosím aspoň jedno pole.',
  fieldTooLong: (limit) =>
    count(limit, {
      one: 'Nejvýše # znak.',
      few: 'Nejvýše # znaky.',
      many: 'Nejvýše # znaku.',
      other: 'Nejvýše # znaků.',
    }),

  connecting: 'Připojování…',
  notConnected: 'Nepřipojeno',
  reconnecting: 'Obnovování spojení…',
  offline: 'Jste offline. Co napíšete, odešleme, jakmile budete zpět.',
  unreachable: 'Teď se s námi nelze spojit. Obnovování spojení…',
  forbidden: 'Chat není na této stránce dostupný.',
  reloadNeeded: 'Chat byl aktualizován. Pro pokračování načtěte stránku znovu.',
  offence: 'Chat byl zavřen, protože se na této stránce něco pokazilo.',
  tryNow: 'Zkusit teď',
  reload: 'Načíst znovu',

  noticeFailed: 'To se nepodařilo.',

  code: (language) => (language ? `Kód, ${language}` : 'Kód'),
  copy: 'Kopírovat',
  copied: 'Zkopírováno',
  table: 'Tabulka',
  done: 'Hotovo',
  notDone: 'Zbývá',

  choices: 'Možnosti',
  chosen: 'Vybráno:',
  confirmChoices: 'Potvrdit',
  answered: 'Zodpovězeno',
  notAnswered: 'Bez odpovědi',
  awaitingAnswer: 'Čeká se na odpověď',

  cards: 'Karty',
  card: (at, of) => `${number(at)} z ${number(of)}`,
  previousCard: 'Předchozí karta',
  nextCard: 'Další karta',
  opensInNewTab: 'otevře se na nové kartě prohlížeče',

  openImage: (name) => `Zvětšit ${name}`,
  closeImage: 'Zavřít obrázek',
  imageFailed: (name) => `${name} se nepodařilo načíst.`,
  openInNewTab: 'Otevřít na nové kartě',

  download: 'Stáhnout',
  fileUnavailable: 'Teď není k dispozici',

  yes: 'Ano',
  no: 'Ne',

  submitForm: 'Odeslat',
  optional: 'nepovinné',
  pickOption: 'Vyberte',
  fieldMissing: (label) => `Vyplňte prosím „${label}“.`,
  invalidPhone: 'Zadejte telefonní číslo ve tvaru +351 210 000 000.',
  invalidNumber: 'Zadejte číslo.',
  invalidDate: 'Zadejte datum.',

  rating: 'Hodnocení',
  score: (score, scale) => `${number(score)} z ${number(scale)}`,
  thumbsUp: 'Dobré',
  thumbsDown: 'Špatné',
  ratingMissing: 'Nejdřív prosím vyberte hodnocení.',
  comment: 'Chcete něco dodat?',
  submitRating: 'Odeslat hodnocení',

  attach: 'Přiložit soubory',
  attachHint: (size) => `Obrázky, PDF, text nebo kancelářské dokumenty, každý do ${size}`,
  attachments: 'Přílohy',
  dropFiles: 'Pusťte soubory sem',
  attached: (name) => `Přidáno: ${name}.`,
  uploaded: (name) => `Nahráno: ${name}.`,
  uploading: 'Nahrává se',
  uploadWaiting: 'Čeká na připojení',
  uploadFailed: 'Nedorazilo',
  removeFile: (name) => `Odebrat ${name}`,
  fileTooLarge: (size) => `Příliš velké. Soubor může mít nejvýše ${size}.`,
  fileEmpty: 'Soubor je prázdný.',
  fileKindRefused: 'Nepřijato: obsah neodpovídá názvu, nebo se takové soubory nepřijímají.',
  tooManyFiles: (amount) => `Nejvyšší počet souborů v jedné zprávě: ${number(amount)}`,

  picture: (name) => `Obrázek: ${name}`,
  askedNoMore: 'Na to už jste odpověděli, nebo se na to už neptáme.',
  notAccepted: 'Nebylo možné to přijmout.',
  conversationGone: 'Tato konverzace už neexistuje.',
  fileGone: 'Soubor už není k dispozici. Přiložte ho znovu.',

  emoji: 'Vložit emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Zatím žádné zprávy',
  emptyText: 'Zprávy se zde objeví, jakmile je někdo napíše.',
  loading: 'Načítáme konverzaci',
  historyReplaced: 'Tato historie byla obnovena ze zálohy. Některé zprávy mohou chybět.',
  message: 'Odpověď',
  messagePlaceholder: 'Napište odpověď',
  unreachable: 'S relay se teď nelze spojit. Obnovování spojení…',
  forbidden: 'Jste odhlášeni. Pro přihlášení načtěte stránku znovu.',
  reloadNeeded: 'Konzole byla aktualizována. Pro pokračování načtěte stránku znovu.',
  noticeOffered: 'Bot nabídl člověka',
  noticeDeclined: 'Návštěvník nabídku odmítl',
  noticeRequested: (by) => (by === 'bot' ? 'Bot požádal o člověka' : 'Návštěvník požádal o člověka'),
  noticeContactLeft: (email) =>
    email ? `Návštěvník zanechal kontakt: ${email}` : 'Návštěvník zanechal kontakt',
  noticeRequeued: (name) => `${name} vrací konverzaci do fronty`,
  noticeTransferred: (from, name) => `${from} předává konverzaci: ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} se ke konverzaci vrací`,
};

/** Czech, with `vy`. Names stand in the present tense: the past would have to know who is a man and who a woman. */
export const cs: Locale = { tag: 'cs', dir: 'ltr', visitorLabels, agentLabels };
