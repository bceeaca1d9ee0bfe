import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'С вами снова ассистент.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} завершает разговор.` : 'Разговор завершён.'} ${back}`,
  'ended-by-visitor': `Вы завершили разговор. ${back}`,
  'visitor-left': `Разговор завершён, потому что вас не было. ${back}`,
  cancelled: 'Вы отменили запрос. Если понадобится помощь, ассистент рядом.',
  inactive: `Разговор завершён, потому что новых сообщений не было. ${back}`,
  'nobody-available': `К сожалению, сейчас никого нет на месте. ${back}`,
  'wait-expired': `К сожалению, никто не успел ответить. ${back}`,
  'left-contact': `Вы больше не ждёте ответа. ${back}`,
  'rejected-by-all': `К сожалению, сейчас никто не смог вам ответить. ${back}`,
  'desk-failed': `К сожалению, не удалось связаться с нашей командой. ${back}`,
  'turned-off': `Онлайн-чат отключён. ${back}`,
});

/** The words of a transcript in Russian. */
export const words: Words = {
  messages: 'Разговор',
  bot: 'Ассистент',
  you: 'Вы',
  botBadge: 'Бот',
  agentBadge: 'Человек',
  noticeOffered: 'Дальше может ответить человек',
  noticeDeclined: 'Хорошо. В любой момент можно позвать человека.',
  noticeRequested: () => 'Соединяем вас с человеком…',
  noticeContactLeft: (email) =>
    email ? `Спасибо. Мы напишем вам на ${email}.` : 'Спасибо, мы сохранили ваши контакты.',
  noticeClaimed: (name) => `${name} теперь в чате`,
  noticeRequeued: (name) => `${name} больше не в чате. Ищем, кто сможет вам ответить.`,
  noticeTransferred: (from, name) => `${from} передаёт разговор, дальше с вами ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} снова в чате`,
};
