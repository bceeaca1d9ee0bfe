import type { EndReason } from '../handoff.js';
import { isolated } from '../names.js';
import type { Words } from '../words.js';

const back = 'חזרתם לשיחה עם העוזר הדיגיטלי.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `השיחה עם ${isolated(name)} הסתיימה.` : 'השיחה הסתיימה.'} ${back}`,
  'ended-by-visitor': `סיימתם את השיחה. ${back}`,
  'visitor-left': `השיחה הסתיימה כי לא הייתם כאן. ${back}`,
  cancelled: 'ביטלתם את הבקשה. העוזר הדיגיטלי כאן אם תצטרכו.',
  inactive: `השיחה הסתיימה כי לא נכתבו הודעות חדשות. ${back}`,
  'nobody-available': `מצטערים, אין כרגע אף אחד פנוי. ${back}`,
  'wait-expired': `מצטערים, אף אחד לא הספיק לענות בזמן. ${back}`,
  'left-contact': `אתם כבר לא ממתינים. ${back}`,
  'rejected-by-all': `מצטערים, אף אחד לא פנוי לשיחה כרגע. ${back}`,
  'desk-failed': `מצטערים, לא הצלחנו להשיג את הצוות שלנו. ${back}`,
  'turned-off': `הצ׳אט האנושי כובה. ${back}`,
});

/** The words of a transcript in Hebrew. */
export const words: Words = {
  messages: 'שיחה',
  bot: 'עוזר דיגיטלי',
  you: 'אתם',
  botBadge: 'בוט',
  agentBadge: 'אנושי',
  noticeOffered: 'אפשר להמשיך מכאן עם מענה אנושי',
  noticeDeclined: 'אין בעיה. אפשר לבקש מענה אנושי בכל שלב.',
  noticeRequested: () => 'מחברים אתכם למענה אנושי…',
  noticeContactLeft: (email) =>
    email ? `תודה. נוכל לכתוב לכם אל ${isolated(email)}.` : 'תודה, הפרטים שלכם אצלנו.',
  noticeClaimed: (name) => `אתם עכשיו בשיחה עם ${isolated(name)}`,
  noticeRequeued: (name) => `השיחה עם ${isolated(name)} נקטעה. אנחנו מחפשים עבורכם מישהו אחר.`,
  noticeTransferred: (from, name) => `השיחה עברה מ־${isolated(from)} אל ${isolated(name)}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `אתם שוב בשיחה עם ${isolated(name)}`,
};
