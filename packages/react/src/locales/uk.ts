import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/uk';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('uk');

const botAgain = 'Знову відповідає бот.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} закриває розмову.` : 'Розмову закрито.'} ${botAgain}`,
  'ended-by-visitor': `Відвідувач завершив розмову. ${botAgain}`,
  'visitor-left': 'Відвідувач пішов.',
  cancelled: 'Відвідувач скасував запит.',
  inactive: 'Завершено: нових повідомлень не було.',
  'nobody-available': 'Завершено: нікого не було на місці.',
  'wait-expired': 'Ніхто не відповів вчасно.',
  'left-contact': 'Відвідувач більше не чекає.',
  'rejected-by-all': 'Ніхто не взяв розмову.',
  'desk-failed': 'Не вдалося зв’язатися зі службою підтримки.',
  'turned-off': 'Онлайн-чат вимкнено.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Відкрити чат',
  closeChat: 'Закрити чат',
  unread: (amount) =>
    count(amount, {
      one: '# непрочитане повідомлення',
      few: '# непрочитані повідомлення',
      many: '# непрочитаних повідомлень',
      other: '# непрочитаного повідомлення',
    }),
  chat: 'Чат',
  visitor: 'Відвідувач',
  botStatus: 'Відповідає одразу',
  agentStatus: 'На зв’язку з вами',
  waitingTitle: 'Хвилинку',
  waitingStatus: 'Шукаємо, хто відповість',
  emptyTitle: 'Вітаємо! Чим можемо допомогти?',
  emptyText: 'Запитуйте про що завгодно. Будь-коли можна покликати людину.',
  loading: 'Завантажуємо вашу розмову',
  loadingOlder: 'Завантажуємо попередні повідомлення',
  newMessages: (amount) =>
    count(amount, {
      one: '# нове повідомлення',
      few: '# нові повідомлення',
      many: '# нових повідомлень',
      other: '# нового повідомлення',
    }),
  jumpToLatest: 'До останнього',
  newSince: 'Нове',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} і ще ${number(others.length)} пишуть` : `${first} пише`,
  unknownPart: 'Цей вміст не можна показати тут.',
  historyReplaced: 'Розмову відновлено з резервної копії. Деяких повідомлень може бракувати.',
  dismiss: 'Сховати',

  message: 'Повідомлення',
  messagePlaceholder: 'Напишіть повідомлення',
  send: 'Надіслати',
  tooLong: (overBy) =>
    count(overBy, {
      one: 'Зайвий # символ. Скоротіть текст.',
      few: 'Зайві # символи. Скоротіть текст.',
      many: 'Зайві # символів. Скоротіть текст.',
      other: 'Зайві # символу. Скоротіть текст.',
    }),
  charactersLeft: (amount) => `Залишилося ${number(amount)}`,
  outboxFull: 'Забагато повідомлень чекає на надсилання. Спробуйте трохи згодом.',
  notKept:
    'Браузер не зберігає дані цієї сторінки: після перезавантаження ненадіслані повідомлення зникнуть.',

  sending: 'Надсилається',
  sent: 'Надіслано',
  delivered: 'Доставлено',
  seen: 'Прочитано',
  failed: 'Не надіслано',
  retry: 'Повторити',
  discard: 'Видалити',

  talkToHuman: 'Покликати людину',
  acceptOffer: 'Так, з’єднайте',
  declineOffer: 'Не зараз',
  waitingForHuman: 'Чекаємо на людину',
  queuePosition: (position) =>
    position === 1 ? 'Ви наступні в черзі' : `Місце в черзі: ${number(position)}`,
  estimatedWait: (time) => `приблизно ${time}`,
  withAgent: (name) => `З вами ${name}`,
  cancelRequest: 'Скасувати',
  soundOff: 'Вимкнути звук',
  soundOn: 'Увімкнути звук',
  menu: 'Меню',
  language: 'Мова',
  startAfresh: 'Нова розмова',
  saveTranscript: 'Зберегти листування',
  mailTranscript: 'Надіслати на пошту',
  transcriptMailed: (to) => `Лист прямує на ${to}.`,
  transcriptRefused: (to) => `Не вдалося доставити на ${to}. Чи правильна адреса?`,
  endConversation: 'Завершити',
  leaveDetails: 'Залишити контакти',
  hideDetails: 'Сховати',

  contactIntroWaiting: 'Залиште контакти, і ми відповімо, навіть якщо вам доведеться піти.',
  contactIntroFirst: 'Як із вами зв’язатися, якщо зв’язок перерветься?',
  contactIntroUnanswered: 'Залиште контакти, і ми з вами зв’яжемося.',
  contactName: 'Ім’я',
  contactEmail: 'Ел. пошта',
  contactText: 'Чим можемо допомогти?',
  contactSubmit: 'Зберегти',
  contactSubmitAndLeave: 'Зберегти й не чекати',
  contactSubmitFirst: 'Продовжити',
  invalidEmail: 'Вкажіть адресу пошти на зразок name@example.com.',
  contactEmpty: 'Заповніть хоча б одне поле.',
  fieldTooLong: (limit) =>
    count(limit, {
      one: 'Не більше ніж # символ.',
      few: 'Не більше ніж # символи.',
      many: 'Не більше ніж # символів.',
      other: 'Не більше ніж # символу.',
    }),

  connecting: 'З’єднання…',
  notConnected: 'Немає зв’язку',
  reconnecting: 'Відновлюємо зв’язок…',
  offline: 'Ви не в мережі. Повідомлення надішлються, щойно з’явиться зв’язок.',
  unreachable: 'Зараз із нами немає зв’язку. Відновлюємо…',
  forbidden: 'На цій сторінці чат недоступний.',
  reloadNeeded: 'Чат оновлено. Перезавантажте сторінку, щоб продовжити.',
  offence: 'Чат закрито: на цій сторінці щось пішло не так.',
  tryNow: 'Спробувати',
  reload: 'Оновити',

  noticeFailed: 'Не вдалося.',

  code: (language) => (language ? `Код, ${language}` : 'Код'),
  copy: 'Копіювати',
  copied: 'Скопійовано',
  table: 'Таблиця',
  done: 'Зроблено',
  notDone: 'Не зроблено',

  choices: 'Варіанти',
  chosen: 'Вибрано:',
  confirmChoices: 'Підтвердити',
  answered: 'Відповідь отримано',
  notAnswered: 'Без відповіді',
  awaitingAnswer: 'Чекаємо на відповідь',

  cards: 'Картки',
  card: (at, of) => `${number(at)} з ${number(of)}`,
  previousCard: 'Попередня картка',
  nextCard: 'Наступна картка',
  opensInNewTab: 'відкриється в новій вкладці',

  openImage: (name) => `Збільшити ${name}`,
  closeImage: 'Закрити зображення',
  imageFailed: (name) => `Не вдалося завантажити ${name}.`,
  openInNewTab: 'Відкрити в новій вкладці',

  download: 'Завантажити',
  fileUnavailable: 'Зараз недоступно',

  yes: 'Так',
  no: 'Ні',

  submitForm: 'Надіслати',
  optional: 'необов’язково',
  pickOption: 'Виберіть',
  fieldMissing: (label) => `Заповніть поле «${label}».`,
  invalidPhone: 'Вкажіть номер телефону на зразок +351 210 000 000.',
  invalidNumber: 'Вкажіть число.',
  invalidDate: 'Вкажіть дату.',

  rating: 'Оцінка',
  score: (score, scale) => `${number(score)} з ${number(scale)}`,
  thumbsUp: 'Добре',
  thumbsDown: 'Погано',
  ratingMissing: 'Спочатку виберіть оцінку.',
  comment: 'Хочете щось додати?',
  submitRating: 'Надіслати оцінку',

  attach: 'Прикріпити файли',
  attachHint: (size) => `Зображення, PDF, текст або офісні документи, до ${size} кожен`,
  attachments: 'Вкладення',
  dropFiles: 'Перетягніть файли сюди',
  attached: (name) => `Додано: ${name}.`,
  uploaded: (name) => `Завантажено: ${name}.`,
  uploading: 'Завантажується',
  uploadWaiting: 'Очікування з’єднання',
  uploadFailed: 'Не надійшло',
  removeFile: (name) => `Прибрати ${name}`,
  fileTooLarge: (size) => `Завеликий файл. Дозволено до ${size}.`,
  fileEmpty: 'Файл порожній.',
  fileKindRefused: 'Не прийнято: вміст не відповідає назві або такі файли не приймаються.',
  tooManyFiles: (amount) => `Найбільша кількість файлів у повідомленні: ${number(amount)}`,

  picture: (name) => `Зображення: ${name}`,
  askedNoMore: 'На це вже відповіли, або про це більше не запитують.',
  notAccepted: 'Це не вдалося прийняти.',
  conversationGone: 'Цієї розмови більше немає.',
  fileGone: 'Файлу більше немає. Прикріпіть його ще раз.',

  emoji: 'Вставити емодзі',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Повідомлень ще немає',
  emptyText: 'Повідомлення з’являться тут, щойно їх напишуть.',
  loading: 'Завантажуємо розмову',
  historyReplaced: 'Історію відновлено з резервної копії. Деяких повідомлень може бракувати.',
  message: 'Відповідь',
  messagePlaceholder: 'Напишіть відповідь',
  unreachable: 'Зараз немає зв’язку із сервером relay. Відновлюємо…',
  forbidden: 'Ви вийшли із системи. Перезавантажте сторінку, щоб увійти.',
  reloadNeeded: 'Консоль оновлено. Перезавантажте сторінку, щоб продовжити.',
  noticeOffered: 'Бот запропонував покликати людину',
  noticeDeclined: 'Відвідувач відмовився',
  noticeRequested: (by) => (by === 'bot' ? 'Бот кличе людину' : 'Відвідувач кличе людину'),
  noticeContactLeft: (email) =>
    email ? `Відвідувач залишив контакти: ${email}` : 'Відвідувач залишив контакти',
  noticeRequeued: (name) => `${name} повертає розмову в чергу`,
  noticeTransferred: (from, name) => `${from} передає розмову, далі відповідає ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} повертається до розмови`,
};

/** Ukrainian, with `ви`. Names stand in the present tense: the past would have to know who is a man and who a woman. */
export const uk: Locale = { tag: 'uk', dir: 'ltr', visitorLabels, agentLabels };
