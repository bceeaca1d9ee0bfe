import { type EndReason, isolated } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/he';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('he');

const botAgain = 'הבוט עונה שוב.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `השיחה נסגרה על ידי ${isolated(name)}.` : 'השיחה נסגרה.'} ${botAgain}`,
  'ended-by-visitor': `השיחה הסתיימה לבקשת המבקר. ${botAgain}`,
  'visitor-left': 'המבקר עזב.',
  cancelled: 'המבקר ביטל את הבקשה.',
  inactive: 'הסתיימה כי לא נכתבו הודעות חדשות.',
  'nobody-available': 'הסתיימה כי אף אחד לא היה פנוי.',
  'wait-expired': 'אף אחד לא ענה בזמן.',
  'left-contact': 'המבקר הפסיק להמתין.',
  'rejected-by-all': 'אף נציג לא לקח את השיחה.',
  'desk-failed': 'לא ניתן היה להשיג את עמדת השירות.',
  'turned-off': 'הצ׳אט האנושי כובה.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'פתיחת הצ׳אט',
  closeChat: 'סגירת הצ׳אט',
  unread: (amount) =>
    count(amount, { one: 'הודעה אחת שלא נקראה', two: 'שתי הודעות שלא נקראו', other: '# הודעות שלא נקראו' }),
  chat: 'צ׳אט',
  visitor: 'מבקר',
  botStatus: 'עונה מיד',
  agentStatus: 'כאן איתכם',
  waitingTitle: 'רק רגע',
  waitingStatus: 'מחפשים מישהו פנוי',
  emptyTitle: 'שלום, איך אפשר לעזור?',
  emptyText: 'אפשר לשאול הכול, ולבקש מענה אנושי בכל שלב.',
  loading: 'השיחה נטענת',
  loadingOlder: 'הודעות קודמות נטענות',
  newMessages: (amount) =>
    count(amount, { one: 'הודעה חדשה', two: 'שתי הודעות חדשות', other: '# הודעות חדשות' }),
  jumpToLatest: 'להודעה האחרונה',
  newSince: 'חדש',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${isolated(first)} ועוד אחד כותבים עכשיו`,
          two: `${isolated(first)} ועוד שניים כותבים עכשיו`,
          other: `${isolated(first)} ועוד # כותבים עכשיו`,
        })
      : `הודעה נכתבת על ידי ${isolated(first)}`,
  unknownPart: 'אי אפשר להציג את התוכן הזה כאן.',
  historyReplaced: 'השיחה שוחזרה מגיבוי. ייתכן שחסרות הודעות.',
  dismiss: 'הסתרה',

  message: 'הודעה',
  messagePlaceholder: 'כתיבת הודעה',
  send: 'שליחה',
  tooLong: (overBy) =>
    count(overBy, {
      one: 'ההודעה ארוכה מדי בתו אחד. נא לקצר.',
      two: 'ההודעה ארוכה מדי בשני תווים. נא לקצר.',
      other: 'ההודעה ארוכה מדי ב־# תווים. נא לקצר.',
    }),
  charactersLeft: (amount) => `נותרו ${number(amount)}`,
  outboxFull: 'יותר מדי הודעות ממתינות לשליחה. נסו שוב בעוד רגע.',
  notKept: 'הדפדפן אינו שומר נתונים של הדף הזה, ולכן הודעות שלא נשלחו יאבדו בטעינה מחדש.',

  sending: 'בשליחה',
  sent: 'נשלחה',
  delivered: 'נמסרה',
  seen: 'נקראה',
  failed: 'לא נשלחה',
  retry: 'ניסיון חוזר',
  discard: 'מחיקה',

  talkToHuman: 'מעבר למענה אנושי',
  acceptOffer: 'כן, חברו אותי',
  declineOffer: 'לא עכשיו',
  waitingForHuman: 'ממתינים למענה אנושי',
  queuePosition: (position) => (position === 1 ? 'התור שלך הבא' : `מקום ${number(position)} בתור`),
  estimatedWait: (time) => `בערך ${isolated(time)}`,
  withAgent: (name) => `אתם בשיחה עם ${isolated(name)}`,
  cancelRequest: 'ביטול',
  soundOff: 'השתקת הצליל',
  soundOn: 'הפעלת הצליל',
  menu: 'תפריט',
  language: 'שפה',
  startAfresh: 'שיחה חדשה',
  saveTranscript: 'שמירת השיחה',
  mailTranscript: 'שליחה בדוא״ל',
  transcriptMailed: (to) => `בדרך אל ${isolated(to)}.`,
  transcriptRefused: (to) => `לא ניתן היה למסור אל ${isolated(to)}. האם הכתובת נכונה?`,
  endConversation: 'סיום',
  leaveDetails: 'השארת פרטים',
  hideDetails: 'הסתרת הטופס',

  contactIntroWaiting: 'השאירו פרטים ונוכל לענות גם אם תצטרכו ללכת.',
  contactIntroFirst: 'איך נוכל להשיג אתכם אם השיחה תתנתק?',
  contactIntroUnanswered: 'השאירו פרטים ונחזור אליכם.',
  contactName: 'שם',
  contactEmail: 'דוא״ל',
  contactText: 'איך אפשר לעזור?',
  contactSubmit: 'שמירת הפרטים',
  contactSubmitAndLeave: 'שמירה והפסקת ההמתנה',
  contactSubmitFirst: 'המשך',
  invalidEmail: `נא להזין כתובת דוא״ל כמו ${isolated('name@example.com')}.`,
  contactEmpty: 'נא למלא לפחות שדה אחד.',
  fieldTooLong: (limit) =>
    count(limit, { one: 'תו אחד לכל היותר.', two: 'שני תווים לכל היותר.', other: '# תווים לכל היותר.' }),

  connecting: 'מתחברים…',
  notConnected: 'לא מחובר',
  reconnecting: 'מתחברים מחדש…',
  offline: 'אין חיבור לאינטרנט. מה שתכתבו יישלח כשהחיבור יחזור.',
  unreachable: 'אי אפשר להשיג אותנו כרגע. מתחברים מחדש…',
  forbidden: 'הצ׳אט אינו זמין בדף הזה.',
  reloadNeeded: 'הצ׳אט עודכן. טענו את הדף מחדש כדי להמשיך.',
  offence: 'הצ׳אט נסגר כי משהו השתבש בדף הזה.',
  tryNow: 'לנסות עכשיו',
  reload: 'טעינה מחדש',

  noticeFailed: 'הפעולה לא הצליחה.',

  code: (language) => (language ? `קוד, ${isolated(language)}` : 'קוד'),
  copy: 'העתקה',
  copied: 'הועתק',
  table: 'טבלה',
  done: 'בוצע',
  notDone: 'טרם בוצע',

  choices: 'אפשרויות',
  chosen: 'נבחר:',
  confirmChoices: 'אישור',
  answered: 'נענה',
  notAnswered: 'לא נענה',
  awaitingAnswer: 'ממתינים לתשובה',

  cards: 'כרטיסים',
  card: (at, of) => `${number(at)} מתוך ${number(of)}`,
  previousCard: 'הכרטיס הקודם',
  nextCard: 'הכרטיס הבא',
  opensInNewTab: 'נפתח בכרטיסייה חדשה',

  openImage: (name) => `הגדלת ${isolated(name)}`,
  closeImage: 'סגירת התמונה',
  imageFailed: (name) => `לא ניתן לטעון את ${isolated(name)}.`,
  openInNewTab: 'פתיחה בכרטיסייה חדשה',

  download: 'הורדה',
  fileUnavailable: 'לא זמין כרגע',

  yes: 'כן',
  no: 'לא',

  submitForm: 'שליחה',
  optional: 'לא חובה',
  pickOption: 'בחירה',
  fieldMissing: (label) => `נא למלא את „${isolated(label)}”.`,
  invalidPhone: `נא להזין מספר טלפון כמו ${isolated('+351 210 000 000')}.`,
  invalidNumber: 'נא להזין מספר.',
  invalidDate: 'נא להזין תאריך.',

  rating: 'דירוג',
  score: (score, scale) => `${number(score)} מתוך ${number(scale)}`,
  thumbsUp: 'טוב',
  thumbsDown: 'לא טוב',
  ratingMissing: 'נא לבחור דירוג תחילה.',
  comment: 'רוצים להוסיף משהו?',
  submitRating: 'שליחת הדירוג',

  attach: 'צירוף קבצים',
  attachHint: (size) => `תמונות, PDF, טקסט או מסמכי Office, עד ${isolated(size)} לכל קובץ`,
  attachments: 'קבצים מצורפים',
  dropFiles: 'שחררו את הקבצים כאן',
  attached: (name) => `${isolated(name)} נוסף.`,
  uploaded: (name) => `${isolated(name)} הועלה.`,
  uploading: 'בהעלאה',
  uploadWaiting: 'ממתין לחיבור',
  uploadFailed: 'לא הגיע',
  removeFile: (name) => `הסרת ${isolated(name)}`,
  fileTooLarge: (size) => `גדול מדי. קובץ יכול להיות עד ${isolated(size)}.`,
  fileEmpty: 'הקובץ ריק.',
  fileKindRefused: 'לא התקבל: התוכן אינו תואם לשם, או שקבצים מסוג זה אינם מותרים.',
  tooManyFiles: (amount) => `מספר הקבצים המרבי בהודעה: ${number(amount)}`,

  picture: (name) => `תמונה: ${isolated(name)}`,
  askedNoMore: 'כבר ניתנה לכך תשובה, או שהשאלה אינה רלוונטית עוד.',
  notAccepted: 'לא היה אפשר לקבל את זה.',
  conversationGone: 'השיחה הזאת כבר לא קיימת.',
  fileGone: 'אחד הקבצים כבר לא קיים. נא לצרף אותו שוב.',

  emoji: 'הוספת אמוג׳י',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'עדיין אין הודעות',
  emptyText: 'הודעות יופיעו כאן ברגע שייכתבו.',
  historyReplaced: 'ההיסטוריה שוחזרה מגיבוי. ייתכן שחסרות הודעות.',
  message: 'תשובה',
  messagePlaceholder: 'כתיבת תשובה',
  unreachable: 'אי אפשר להשיג את השרת כרגע. מתחברים מחדש…',
  forbidden: 'יצאתם מהמערכת. טענו את הדף מחדש כדי להיכנס.',
  reloadNeeded: 'המסוף עודכן. טענו את הדף מחדש כדי להמשיך.',
  noticeOffered: 'הבוט הציע מענה אנושי',
  noticeDeclined: 'המבקר דחה את ההצעה',
  noticeRequested: (by) => (by === 'bot' ? 'הבוט ביקש מענה אנושי' : 'המבקר ביקש מענה אנושי'),
  noticeContactLeft: (email) => (email ? `המבקר השאיר פרטים: ${isolated(email)}` : 'המבקר השאיר פרטים'),
  noticeRequeued: (name) => `השיחה הוחזרה לתור על ידי ${isolated(name)}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `השיחה חודשה על ידי ${isolated(name)}`,
};

/** Hebrew, with the plural address. Names follow sentences without verbs: these would have to know a man from a woman. */
export const he: Locale = { tag: 'he', dir: 'rtl', visitorLabels, agentLabels };
