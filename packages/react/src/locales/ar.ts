import { type EndReason, isolated } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/ar';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('ar');

const botAgain = 'عاد البوت إلى الرد.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `تم إغلاق المحادثة من قِبل ${isolated(name)}.` : 'تم إغلاق المحادثة.'} ${botAgain}`,
  'ended-by-visitor': `أنهى الزائر المحادثة. ${botAgain}`,
  'visitor-left': 'غادر الزائر.',
  cancelled: 'ألغى الزائر الطلب.',
  inactive: 'انتهت لعدم وجود رسائل جديدة.',
  'nobody-available': 'انتهت لعدم توفر أحد.',
  'wait-expired': 'لم يرد أحد في الوقت المحدد.',
  'left-contact': 'توقف الزائر عن الانتظار.',
  'rejected-by-all': 'اعتذر جميع الموظفين عن توليها.',
  'desk-failed': 'تعذر الوصول إلى مكتب الدعم.',
  'turned-off': 'تم إيقاف المحادثة المباشرة.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'فتح المحادثة',
  closeChat: 'إغلاق المحادثة',
  unread: (amount) =>
    count(amount, {
      zero: 'لا رسائل غير مقروءة',
      one: 'رسالة واحدة غير مقروءة',
      two: 'رسالتان غير مقروءتان',
      few: '# رسائل غير مقروءة',
      many: '# رسالة غير مقروءة',
      other: '# رسالة غير مقروءة',
    }),
  chat: 'المحادثة',
  visitor: 'زائر',
  botStatus: 'يرد فورًا',
  agentStatus: 'معك الآن',
  waitingTitle: 'لحظة من فضلك',
  waitingStatus: 'نبحث عن شخص متاح',
  emptyTitle: 'مرحبًا، كيف يمكننا المساعدة؟',
  emptyText: 'اسأل ما تشاء. يمكنك طلب التحدث مع موظف في أي وقت.',
  loading: 'جارٍ تحميل محادثتك',
  loadingOlder: 'جارٍ تحميل الرسائل السابقة',
  newMessages: (amount) =>
    count(amount, {
      zero: 'لا رسائل جديدة',
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: '# رسائل جديدة',
      many: '# رسالة جديدة',
      other: '# رسالة جديدة',
    }),
  jumpToLatest: 'إلى الأحدث',
  newSince: 'جديد',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          zero: `${isolated(first)} يكتب الآن`,
          one: `${isolated(first)} وشخص آخر يكتبان الآن`,
          two: `${isolated(first)} وشخصان آخران يكتبون الآن`,
          few: `${isolated(first)} و# أشخاص آخرين يكتبون الآن`,
          many: `${isolated(first)} و# شخصًا آخر يكتبون الآن`,
          other: `${isolated(first)} و# شخص آخر يكتبون الآن`,
        })
      : `${isolated(first)} يكتب الآن`,
  unknownPart: 'لا يمكن عرض هذا المحتوى هنا.',
  historyReplaced: 'استُعيدت هذه المحادثة من نسخة احتياطية. قد تكون بعض الرسائل مفقودة.',
  dismiss: 'إخفاء',

  message: 'الرسالة',
  messagePlaceholder: 'اكتب رسالة',
  send: 'إرسال',
  tooLong: (overBy) =>
    count(overBy, {
      zero: 'النص أطول من اللازم. يُرجى اختصاره.',
      one: 'النص أطول من اللازم بحرف واحد. يُرجى اختصاره.',
      two: 'النص أطول من اللازم بحرفين. يُرجى اختصاره.',
      few: 'النص أطول من اللازم بـ # أحرف. يُرجى اختصاره.',
      many: 'النص أطول من اللازم بـ # حرفًا. يُرجى اختصاره.',
      other: 'النص أطول من اللازم بـ # حرف. يُرجى اختصاره.',
    }),
  charactersLeft: (amount) => `المتبقي ${number(amount)}`,
  outboxFull: 'هناك رسائل كثيرة في انتظار الإرسال. يُرجى المحاولة بعد قليل.',
  notKept: 'لا يحتفظ متصفحك ببيانات هذه الصفحة، لذا ستُفقد الرسائل غير المرسلة عند إعادة تحميلها.',

  sending: 'جارٍ الإرسال',
  sent: 'أُرسلت',
  delivered: 'تم التسليم',
  seen: 'قُرئت',
  failed: 'لم تُرسل',
  retry: 'حاول مجددًا',
  discard: 'تجاهل',

  talkToHuman: 'التحدث مع موظف',
  acceptOffer: 'نعم، أريد التحدث',
  declineOffer: 'ليس الآن',
  waitingForHuman: 'في انتظار موظف',
  queuePosition: (position) =>
    position === 1 ? 'دورك هو التالي' : `ترتيبك في الانتظار: ${number(position)}`,
  estimatedWait: (time) => `نحو ${isolated(time)}`,
  withAgent: (name) => `أنت الآن مع ${isolated(name)}`,
  cancelRequest: 'إلغاء',
  soundOff: 'إيقاف الصوت',
  soundOn: 'تشغيل الصوت',
  menu: 'القائمة',
  language: 'اللغة',
  startAfresh: 'محادثة جديدة',
  saveTranscript: 'حفظ المحادثة',
  mailTranscript: 'إرسال المحادثة بالبريد',
  transcriptMailed: (to) => `في الطريق إلى ${isolated(to)}.`,
  transcriptRefused: (to) => `تعذر التسليم إلى ${isolated(to)}. هل العنوان صحيح؟`,
  endConversation: 'إنهاء',
  leaveDetails: 'ترك بيانات التواصل',
  hideDetails: 'إخفاء النموذج',

  contactIntroWaiting: 'اترك بياناتك لنرد عليك حتى إن اضطررت إلى المغادرة.',
  contactIntroFirst: 'كيف نتواصل معك إذا انقطع الاتصال؟',
  contactIntroUnanswered: 'اترك بياناتك وسنتواصل معك.',
  contactName: 'الاسم',
  contactEmail: 'البريد الإلكتروني',
  contactText: 'كيف يمكننا المساعدة؟',
  contactSubmit: 'حفظ بياناتي',
  contactSubmitAndLeave: 'حفظ وإنهاء الانتظار',
  contactSubmitFirst: 'متابعة',
  invalidEmail: `يُرجى إدخال بريد إلكتروني مثل ${isolated('name@example.com')}.`,
  contactEmpty: 'يُرجى ملء حقل واحد على الأقل.',
  fieldTooLong: (limit) =>
    count(limit, {
      zero: 'يُرجى اختصار النص.',
      one: 'حرف واحد كحد أقصى.',
      two: 'حرفان كحد أقصى.',
      few: '# أحرف كحد أقصى.',
      many: '# حرفًا كحد أقصى.',
      other: '# حرف كحد أقصى.',
    }),

  connecting: 'جارٍ الاتصال…',
  notConnected: 'غير متصل',
  reconnecting: 'جارٍ إعادة الاتصال…',
  offline: 'أنت غير متصل بالإنترنت. سيُرسل ما تكتبه عند عودة الاتصال.',
  unreachable: 'يتعذر الوصول إلينا الآن. جارٍ إعادة الاتصال…',
  forbidden: 'المحادثة غير متاحة في هذه الصفحة.',
  reloadNeeded: 'تم تحديث المحادثة. أعد تحميل الصفحة للمتابعة.',
  offence: 'أُغلقت المحادثة بسبب حدوث خطأ في هذه الصفحة.',
  tryNow: 'حاول الآن',
  reload: 'تحديث',

  noticeFailed: 'تعذر إتمام ذلك.',

  code: (language) => (language ? `شيفرة، ${isolated(language)}` : 'شيفرة'),
  copy: 'نسخ',
  copied: 'تم النسخ',
  table: 'جدول',
  done: 'تم',
  notDone: 'لم يتم بعد',

  choices: 'الخيارات',
  chosen: 'تم اختيار:',
  confirmChoices: 'تأكيد',
  answered: 'تمت الإجابة',
  notAnswered: 'بلا إجابة',
  awaitingAnswer: 'في انتظار الإجابة',

  cards: 'البطاقات',
  card: (at, of) => `${number(at)} من ${number(of)}`,
  previousCard: 'البطاقة السابقة',
  nextCard: 'البطاقة التالية',
  opensInNewTab: 'يُفتح في علامة تبويب جديدة',

  openImage: (name) => `تكبير ${isolated(name)}`,
  closeImage: 'إغلاق الصورة',
  imageFailed: (name) => `تعذر تحميل ${isolated(name)}.`,
  openInNewTab: 'فتح في علامة تبويب جديدة',

  download: 'تنزيل',
  fileUnavailable: 'غير متاح الآن',

  yes: 'نعم',
  no: 'لا',

  submitForm: 'إرسال',
  optional: 'اختياري',
  pickOption: 'اختر',
  fieldMissing: (label) => `يُرجى ملء «${isolated(label)}».`,
  invalidPhone: `يُرجى إدخال رقم هاتف مثل ${isolated('+351 210 000 000')}.`,
  invalidNumber: 'يُرجى إدخال رقم.',
  invalidDate: 'يُرجى إدخال تاريخ.',

  rating: 'التقييم',
  score: (score, scale) => `${number(score)} من ${number(scale)}`,
  thumbsUp: 'جيد',
  thumbsDown: 'غير جيد',
  ratingMissing: 'يُرجى اختيار تقييم أولًا.',
  comment: 'هل تود إضافة شيء؟',
  submitRating: 'إرسال التقييم',

  attach: 'إرفاق ملفات',
  attachHint: (size) => `صور أو PDF أو نصوص أو مستندات مكتبية، بحد أقصى ${isolated(size)} لكل ملف`,
  attachments: 'المرفقات',
  dropFiles: 'أفلت الملفات هنا',
  attached: (name) => `تمت إضافة ${isolated(name)}.`,
  uploaded: (name) => `تم رفع ${isolated(name)}.`,
  uploading: 'جارٍ الرفع',
  uploadWaiting: 'في انتظار الاتصال',
  uploadFailed: 'لم يصل',
  removeFile: (name) => `إزالة ${isolated(name)}`,
  fileTooLarge: (size) => `الملف كبير جدًا. الحد الأقصى ${isolated(size)}.`,
  fileEmpty: 'الملف فارغ.',
  fileKindRefused: 'لم يُقبل: المحتوى لا يطابق الاسم، أو أن هذا النوع من الملفات غير مسموح به.',
  tooManyFiles: (amount) => `أقصى عدد من الملفات في الرسالة الواحدة: ${number(amount)}`,

  picture: (name) => `صورة: ${isolated(name)}`,
  askedNoMore: 'تمت الإجابة عن هذا، أو لم يعد مطلوبًا.',
  notAccepted: 'تعذّر قبول هذا.',
  conversationGone: 'لم تعد هذه المحادثة موجودة.',
  fileGone: 'لم يعد أحد الملفات موجودًا. يُرجى إرفاقه مجددًا.',

  emoji: 'إدراج رمز تعبيري',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'لا رسائل بعد',
  emptyText: 'تظهر الرسائل هنا فور كتابتها.',
  loading: 'جارٍ تحميل المحادثة',
  historyReplaced: 'استُعيد هذا السجل من نسخة احتياطية. قد تكون بعض الرسائل مفقودة.',
  message: 'الرد',
  messagePlaceholder: 'اكتب ردًا',
  unreachable: 'يتعذر الوصول إلى الخادم الآن. جارٍ إعادة الاتصال…',
  forbidden: 'تم تسجيل خروجك. أعد تحميل الصفحة لتسجيل الدخول.',
  reloadNeeded: 'تم تحديث لوحة التحكم. أعد تحميل الصفحة للمتابعة.',
  noticeOffered: 'عرض البوت التحدث مع موظف',
  noticeDeclined: 'رفض الزائر العرض',
  noticeRequested: (by) => (by === 'bot' ? 'طلب البوت تدخل موظف' : 'طلب الزائر التحدث مع موظف'),
  noticeContactLeft: (email) => (email ? `ترك الزائر بياناته: ${isolated(email)}` : 'ترك الزائر بياناته'),
  noticeRequeued: (name) => `أُعيدت المحادثة إلى قائمة الانتظار من قِبل ${isolated(name)}`,
  noticeTransferred: (from, name) => `نُقلت المحادثة من ${isolated(from)} إلى ${isolated(name)}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `استؤنفت المحادثة من قِبل ${isolated(name)}`,
};

/** Arabic. Names follow passive and nominal sentences: a verb would have to know who is a man and who a woman. */
export const ar: Locale = { tag: 'ar', dir: 'rtl', visitorLabels, agentLabels };
