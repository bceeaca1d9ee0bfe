import type { EndReason } from '../handoff.js';
import { isolated } from '../names.js';
import type { Words } from '../words.js';

const back = 'عُدت الآن إلى المساعد.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `انتهت المحادثة مع ${isolated(name)}.` : 'انتهت المحادثة.'} ${back}`,
  'ended-by-visitor': `لقد أنهيت المحادثة. ${back}`,
  'visitor-left': `انتهت المحادثة بسبب غيابك. ${back}`,
  cancelled: 'تم إلغاء الطلب. المساعد هنا عند الحاجة.',
  inactive: `انتهت المحادثة لعدم وجود رسائل جديدة. ${back}`,
  'nobody-available': `عذرًا، لا يوجد أحد متاح الآن. ${back}`,
  'wait-expired': `عذرًا، لم يتمكن أحد من الرد في الوقت المحدد. ${back}`,
  'left-contact': `لم تعد في قائمة الانتظار. ${back}`,
  'rejected-by-all': `عذرًا، لم يتمكن أحد من تولي المحادثة الآن. ${back}`,
  'desk-failed': `عذرًا، تعذر الوصول إلى فريقنا. ${back}`,
  'turned-off': `تم إيقاف المحادثة المباشرة. ${back}`,
});

/** The words of a transcript in Arabic. */
export const words: Words = {
  messages: 'الرسائل',
  bot: 'المساعد',
  you: 'أنت',
  botBadge: 'بوت',
  agentBadge: 'موظف',
  noticeOffered: 'يمكن لموظف أن يتولى المحادثة من هنا',
  noticeDeclined: 'لا مشكلة. يمكنك طلب التحدث مع موظف في أي وقت.',
  noticeRequested: () => 'جارٍ توصيلك بموظف…',
  noticeContactLeft: (email) =>
    email ? `شكرًا. يمكننا التواصل معك عبر ${isolated(email)}.` : 'شكرًا، وصلتنا بياناتك.',
  noticeClaimed: (name) => `معك الآن في المحادثة ${isolated(name)}`,
  noticeRequeued: (name) => `تعذر على ${isolated(name)} المتابعة. نبحث لك عن شخص آخر.`,
  noticeTransferred: (from, name) => `نُقلت محادثتك من ${isolated(from)} إلى ${isolated(name)}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `معك من جديد ${isolated(name)}`,
};
