import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'З вами знову асистент.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} завершує розмову.` : 'Розмову завершено.'} ${back}`,
  'ended-by-visitor': `Ви завершили розмову. ${back}`,
  'visitor-left': `Розмову завершено, бо вас не було. ${back}`,
  cancelled: 'Ви скасували запит. Якщо знадобиться допомога, асистент поруч.',
  inactive: `Розмову завершено, бо нових повідомлень не було. ${back}`,
  'nobody-available': `На жаль, зараз нікого немає на місці. ${back}`,
  'wait-expired': `На жаль, ніхто не встиг відповісти. ${back}`,
  'left-contact': `Ви більше не чекаєте на відповідь. ${back}`,
  'rejected-by-all': `На жаль, зараз ніхто не зміг вам відповісти. ${back}`,
  'desk-failed': `На жаль, не вдалося зв’язатися з нашою командою. ${back}`,
  'turned-off': `Онлайн-чат вимкнено. ${back}`,
});

/** The words of a transcript in Ukrainian. */
export const words: Words = {
  messages: 'Розмова',
  bot: 'Асистент',
  you: 'Ви',
  botBadge: 'Бот',
  agentBadge: 'Людина',
  noticeOffered: 'Далі може відповісти людина',
  noticeDeclined: 'Гаразд. Будь-коли можна покликати людину.',
  noticeRequested: () => 'З’єднуємо вас із людиною…',
  noticeContactLeft: (email) =>
    email ? `Дякуємо. Ми напишемо вам на ${email}.` : 'Дякуємо, ми зберегли ваші контакти.',
  noticeClaimed: (name) => `${name} уже в чаті`,
  noticeRequeued: (name) => `${name} більше не в чаті. Шукаємо, хто зможе вам відповісти.`,
  noticeTransferred: (from, name) => `${from} передає розмову, далі з вами ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} знову в чаті`,
};
