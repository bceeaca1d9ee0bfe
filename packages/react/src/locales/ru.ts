import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/ru';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('ru');

const botAgain = 'Снова отвечает бот.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} закрывает разговор.` : 'Разговор закрыт.'} ${botAgain}`,
  'ended-by-visitor': `Посетитель завершил разговор. ${botAgain}`,
  'visitor-left': 'Посетитель ушёл.',
  cancelled: 'Посетитель отменил запрос.',
  inactive: 'Завершено: новых сообщений не было.',
  'nobody-available': 'Завершено: никого не было на месте.',
  'wait-expired': 'Никто не ответил вовремя.',
  'left-contact': 'Посетитель больше не ждёт.',
  'rejected-by-all': 'Никто не взял разговор.',
  'desk-failed': 'Не удалось связаться со службой поддержки.',
  'turned-off': 'Онлайн-чат отключён.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Открыть чат',
  closeChat: 'Закрыть чат',
  unread: (amount) =>
    count(amount, {
      one: '# непрочитанное сообщение',
      few: '# непрочитанных сообщения',
      many: '# непрочитанных сообщений',
      other: '# непрочитанного сообщения',
    }),
  chat: 'Чат',
  visitor: 'Посетитель',
  botStatus: 'Отвечает сразу',
  agentStatus: 'На связи с вами',
  waitingTitle: 'Минутку',
  waitingStatus: 'Ищем, кто ответит',
  emptyTitle: 'Здравствуйте! Чем можем помочь?',
  emptyText: 'Спрашивайте о чём угодно. В любой момент можно позвать человека.',
  loading: 'Загружаем ваш разговор',
  loadingOlder: 'Загружаем более ранние сообщения',
  newMessages: (amount) =>
    count(amount, {
      one: '# новое сообщение',
      few: '# новых сообщения',
      many: '# новых сообщений',
      other: '# нового сообщения',
    }),
  jumpToLatest: 'К последнему',
  newSince: 'Новое',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} и ещё ${number(others.length)} печатают` : `${first} печатает`,
  unknownPart: 'Это содержимое нельзя показать здесь.',
  historyReplaced: 'Разговор восстановлен из резервной копии. Некоторых сообщений может не хватать.',
  dismiss: 'Скрыть',

  message: 'Сообщение',
  messagePlaceholder: 'Напишите сообщение',
  send: 'Отправить',
  tooLong: (overBy) =>
    count(overBy, {
      one: 'Лишний # символ. Сократите текст.',
      few: 'Лишние # символа. Сократите текст.',
      many: 'Лишние # символов. Сократите текст.',
      other: 'Лишние # символа. Сократите текст.',
    }),
  charactersLeft: (amount) => `Осталось ${number(amount)}`,
  outboxFull: 'Слишком много сообщений ждут отправки. Попробуйте чуть позже.',
  notKept: 'Браузер не хранит данные этой страницы: после перезагрузки неотправленные сообщения пропадут.',

  sending: 'Отправляется',
  sent: 'Отправлено',
  delivered: 'Доставлено',
  seen: 'Прочитано',
  failed: 'Не отправлено',
  retry: 'Повторить',
  discard: 'Удалить',

  talkToHuman: 'Позвать человека',
  acceptOffer: 'Да, соедините',
  declineOffer: 'Не сейчас',
  waitingForHuman: 'Ждём ответа человека',
  queuePosition: (position) =>
    position === 1 ? 'Вы следующие в очереди' : `Место в очереди: ${number(position)}`,
  estimatedWait: (time) => `примерно ${time}`,
  withAgent: (name) => `С вами ${name}`,
  cancelRequest: 'Отменить',
  soundOff: 'Выключить звук',
  soundOn: 'Включить звук',
  menu: 'Меню',
  language: 'Язык',
  startAfresh: 'Новый разговор',
  saveTranscript: 'Сохранить переписку',
  mailTranscript: 'Отправить на почту',
  transcriptMailed: (to) => `Письмо отправляется на ${to}.`,
  transcriptRefused: (to) => `Не удалось доставить на ${to}. Адрес указан верно?`,
  endConversation: 'Завершить',
  leaveDetails: 'Оставить контакты',
  hideDetails: 'Скрыть',

  contactIntroWaiting: 'Оставьте контакты, и мы ответим, даже если вам придётся уйти.',
  contactIntroFirst: 'Как с вами связаться, если связь прервётся?',
  contactIntroUnanswered: 'Оставьте контакты, и мы с вами свяжемся.',
  contactName: 'Имя',
  contactEmail: 'Эл. почта',
  contactText: 'Чем можем помочь?',
  contactSubmit: 'Сохранить',
  contactSubmitAndLeave: 'Сохранить и не ждать',
  contactSubmitFirst: 'Продолжить',
  invalidEmail: 'Укажите адрес почты вида name@example.com.',
  contactEmpty: 'Заполните хотя бы одно поле.',
  fieldTooLong: (limit) =>
    count(limit, {
      one: 'Не больше # символа.',
      few: 'Не больше # символов.',
      many: 'Не больше # символов.',
      other: 'Не больше # символа.',
    }),

  connecting: 'Подключение…',
  notConnected: 'Нет связи',
  reconnecting: 'Восстанавливаем связь…',
  offline: 'Вы не в сети. Сообщения уйдут, когда связь появится.',
  unreachable: 'Сейчас с нами нет связи. Восстанавливаем…',
  forbidden: 'На этой странице чат недоступен.',
  reloadNeeded: 'Чат обновился. Перезагрузите страницу, чтобы продолжить.',
  offence: 'Чат закрыт: на этой странице что-то пошло не так.',
  tryNow: 'Попробовать',
  reload: 'Обновить',

  noticeFailed: 'Не получилось.',

  code: (language) => (language ? `Код, ${language}` : 'Код'),
  copy: 'Копировать',
  copied: 'Скопировано',
  table: 'Таблица',
  done: 'Готово',
  notDone: 'Не готово',

  choices: 'Варианты',
  chosen: 'Выбрано:',
  confirmChoices: 'Подтвердить',
  answered: 'Ответ получен',
  notAnswered: 'Без ответа',
  awaitingAnswer: 'Ждём ответа',

  cards: 'Карточки',
  card: (at, of) => `${number(at)} из ${number(of)}`,
  previousCard: 'Предыдущая карточка',
  nextCard: 'Следующая карточка',
  opensInNewTab: 'откроется в новой вкладке',

  openImage: (name) => `Увеличить ${name}`,
  closeImage: 'Закрыть изображение',
  imageFailed: (name) => `Не удалось загрузить ${name}.`,
  openInNewTab: 'Открыть в новой вкладке',

  download: 'Скачать',
  fileUnavailable: 'Сейчас недоступно',

  yes: 'Да',
  no: 'Нет',

  submitForm: 'Отправить',
  optional: 'необязательно',
  pickOption: 'Выберите',
  fieldMissing: (label) => `Заполните поле «${label}».`,
  invalidPhone: 'Укажите номер телефона вида +351 210 000 000.',
  invalidNumber: 'Укажите число.',
  invalidDate: 'Укажите дату.',

  rating: 'Оценка',
  score: (score, scale) => `${number(score)} из ${number(scale)}`,
  thumbsUp: 'Хорошо',
  thumbsDown: 'Плохо',
  ratingMissing: 'Сначала выберите оценку.',
  comment: 'Хотите что-нибудь добавить?',
  submitRating: 'Отправить оценку',

  attach: 'Прикрепить файлы',
  attachHint: (size) => `Изображения, PDF, текст или офисные документы, до ${size} каждый`,
  attachments: 'Вложения',
  dropFiles: 'Перетащите файлы сюда',
  attached: (name) => `Добавлено: ${name}.`,
  uploaded: (name) => `Загружено: ${name}.`,
  uploading: 'Загружается',
  uploadWaiting: 'Ожидание соединения',
  uploadFailed: 'Не дошло',
  removeFile: (name) => `Убрать ${name}`,
  fileTooLarge: (size) => `Слишком большой файл. Допускается до ${size}.`,
  fileEmpty: 'Файл пуст.',
  fileKindRefused: 'Не принято: содержимое не соответствует имени или такие файлы не принимаются.',
  tooManyFiles: (amount) => `Наибольшее число файлов в сообщении: ${number(amount)}`,

  picture: (name) => `Изображение: ${name}`,
  askedNoMore: 'На это уже ответили, или вопрос больше не задан.',
  notAccepted: 'Это не удалось принять.',
  conversationGone: 'Этого разговора больше нет.',
  fileGone: 'Файла больше нет. Прикрепите его ещё раз.',

  emoji: 'Вставить эмодзи',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Пока нет сообщений',
  emptyText: 'Сообщения появятся здесь, как только их напишут.',
  loading: 'Загружаем разговор',
  historyReplaced: 'История восстановлена из резервной копии. Некоторых сообщений может не хватать.',
  message: 'Ответ',
  messagePlaceholder: 'Напишите ответ',
  unreachable: 'Сейчас нет связи с сервером relay. Восстанавливаем…',
  forbidden: 'Вы вышли из системы. Перезагрузите страницу, чтобы войти.',
  reloadNeeded: 'Консоль обновилась. Перезагрузите страницу, чтобы продолжить.',
  noticeOffered: 'Бот предложил позвать человека',
  noticeDeclined: 'Посетитель отказался',
  noticeRequested: (by) => (by === 'bot' ? 'Бот зовёт человека' : 'Посетитель зовёт человека'),
  noticeContactLeft: (email) =>
    email ? `Посетитель оставил контакты: ${email}` : 'Посетитель оставил контакты',
  noticeRequeued: (name) => `${name} возвращает разговор в очередь`,
  noticeTransferred: (from, name) => `${from} передаёт разговор, дальше отвечает ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} возвращается к разговору`,
};

/** Russian, with `вы`. Names stand in the present tense: the past would have to know who is a man and who a woman. */
export const ru: Locale = { tag: 'ru', dir: 'ltr', visitorLabels, agentLabels };
