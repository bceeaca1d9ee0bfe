import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/ja';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { number, measures } = formatsOf('ja');

const botAgain = 'ボットが応答を再開します。';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name}が会話を解決しました。` : '会話は解決しました。'}${botAgain}`,
  'ended-by-visitor': `訪問者が会話を終了しました。${botAgain}`,
  'visitor-left': '訪問者が退出しました。',
  cancelled: '訪問者がリクエストを取り消しました。',
  inactive: 'やり取りがなかったため終了しました。',
  'nobody-available': '対応できる担当者がいなかったため終了しました。',
  'wait-expired': '時間内に応答がありませんでした。',
  'left-contact': '訪問者が待つのをやめました。',
  'rejected-by-all': '全員が対応を見送りました。',
  'desk-failed': '対応窓口に接続できませんでした。',
  'turned-off': '有人チャットは停止しました。',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'チャットを開く',
  closeChat: 'チャットを閉じる',
  unread: (amount) => `未読メッセージ${number(amount)}件`,
  chat: 'チャット',
  visitor: '訪問者',
  botStatus: 'すぐにお答えします',
  agentStatus: '対応中です',
  waitingTitle: '少々お待ちください',
  waitingStatus: '担当者を探しています',
  emptyTitle: 'こんにちは。ご用件をお聞かせください。',
  emptyText: '何でもお尋ねください。いつでも担当者におつなぎできます。',
  loading: '会話を読み込んでいます',
  loadingOlder: '以前のメッセージを読み込んでいます',
  newMessages: (amount) => `新着メッセージ${number(amount)}件`,
  jumpToLatest: '最新へ移動',
  newSince: '新着',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first}ほか${number(others.length)}名が入力中です` : `${first}が入力中です`,
  unknownPart: 'この内容はここでは表示できません。',
  historyReplaced: 'この会話はバックアップから復元されました。一部のメッセージがない場合があります。',
  dismiss: '閉じる',

  message: 'メッセージ',
  messagePlaceholder: 'メッセージを入力',
  send: '送信',
  tooLong: (overBy) => `${number(overBy)}文字超過しています。短くしてください。`,
  charactersLeft: (amount) => `残り${number(amount)}`,
  outboxFull: '送信待ちのメッセージが多すぎます。しばらくしてからもう一度お試しください。',
  notKept: 'ブラウザがこのページのデータを保存しないため、再読み込みすると未送信のメッセージは失われます。',

  sending: '送信中',
  sent: '送信済み',
  delivered: '配信済み',
  seen: '既読',
  failed: '未送信',
  retry: '再試行',
  discard: '破棄',

  talkToHuman: '担当者と話す',
  acceptOffer: 'はい、お願いします',
  declineOffer: '今はしない',
  waitingForHuman: '担当者をお待ちください',
  queuePosition: (position) => (position === 1 ? '次の順番です' : `順番待ち ${number(position)}番目`),
  estimatedWait: (time) => `約${time}`,
  withAgent: (name) => `${name}が対応しています`,
  cancelRequest: '取り消す',
  soundOff: '音をオフにする',
  soundOn: '音をオンにする',
  menu: 'メニュー',
  language: '言語',
  startAfresh: '新しい会話',
  saveTranscript: '会話を保存',
  mailTranscript: '会話をメールで受け取る',
  transcriptMailed: (to) => `${to} に送信しています。`,
  transcriptRefused: (to) => `${to} に届けられませんでした。アドレスをご確認ください。`,
  endConversation: '終了する',
  leaveDetails: '連絡先を残す',
  hideDetails: '閉じる',

  contactIntroWaiting: '連絡先をご入力いただければ、ページを離れても後ほどご返信できます。',
  contactIntroFirst: '接続が切れた場合のご連絡先をお知らせください。',
  contactIntroUnanswered: '連絡先をご入力ください。後ほどご連絡いたします。',
  contactName: 'お名前',
  contactEmail: 'メールアドレス',
  contactText: 'ご用件',
  contactSubmit: '連絡先を保存',
  contactSubmitAndLeave: '保存して待つのをやめる',
  contactSubmitFirst: '次へ',
  invalidEmail: 'name@example.com のような形式でメールアドレスを入力してください。',
  contactEmpty: '少なくとも1つの項目を入力してください。',
  fieldTooLong: (limit) => `${number(limit)}文字以内で入力してください。`,

  connecting: '接続しています…',
  notConnected: '未接続',
  reconnecting: '再接続しています…',
  offline: 'オフラインです。入力した内容は、接続が戻ると送信されます。',
  unreachable: 'ただいま接続できません。再接続しています…',
  forbidden: 'このページではチャットをご利用いただけません。',
  reloadNeeded: 'チャットが更新されました。ページを再読み込みしてください。',
  offence: 'このページで問題が発生したため、チャットを終了しました。',
  tryNow: '今すぐ試す',
  reload: '再読み込み',

  noticeFailed: '完了できませんでした。',

  code: (language) => (language ? `コード、${language}` : 'コード'),
  copy: 'コピー',
  copied: 'コピーしました',
  table: '表',
  done: '完了',
  notDone: '未完了',

  choices: '選択肢',
  chosen: '選択済み：',
  confirmChoices: '確定',
  answered: '回答済み',
  notAnswered: '未回答',
  awaitingAnswer: '回答待ち',

  cards: 'カード',
  card: (at, of) => `${number(at)}/${number(of)}`,
  previousCard: '前のカード',
  nextCard: '次のカード',
  opensInNewTab: '新しいタブで開きます',

  openImage: (name) => `${name}を拡大`,
  closeImage: '画像を閉じる',
  imageFailed: (name) => `${name}を読み込めませんでした。`,
  openInNewTab: '新しいタブで開く',

  download: 'ダウンロード',
  fileUnavailable: '現在ご利用いただけません',

  yes: 'はい',
  no: 'いいえ',

  submitForm: '送信',
  optional: '任意',
  pickOption: '選択してください',
  fieldMissing: (label) => `「${label}」を入力してください。`,
  invalidPhone: '+351 210 000 000 のような形式で電話番号を入力してください。',
  invalidNumber: '数値を入力してください。',
  invalidDate: '日付を入力してください。',

  rating: '評価',
  score: (score, scale) => `${number(scale)}段階中${number(score)}`,
  thumbsUp: '良い',
  thumbsDown: '良くない',
  ratingMissing: '先に評価を選んでください。',
  comment: 'ご意見があればお聞かせください',
  submitRating: '評価を送信',

  attach: 'ファイルを添付',
  attachHint: (size) => `画像、PDF、テキスト、Office文書（各${size}まで）`,
  attachments: '添付ファイル',
  dropFiles: 'ここにファイルをドロップ',
  attached: (name) => `${name}を追加しました。`,
  uploaded: (name) => `${name}をアップロードしました。`,
  uploading: 'アップロード中',
  uploadWaiting: '接続を待っています',
  uploadFailed: '届きませんでした',
  removeFile: (name) => `${name}を削除`,
  fileTooLarge: (size) => `サイズが大きすぎます。1ファイル${size}までです。`,
  fileEmpty: 'ファイルが空です。',
  fileKindRefused: '受け付けられません。内容が名前と異なるか、対応していない種類のファイルです。',
  tooManyFiles: (amount) => `1件のメッセージに添付できるファイル数の上限：${number(amount)}`,

  picture: (name) => `画像：${name}`,
  askedNoMore: 'すでに回答済みか、質問が終了しています。',
  notAccepted: '受け付けられませんでした。',
  conversationGone: 'この会話はもうありません。',
  fileGone: 'ファイルが見つかりません。もう一度添付してください。',

  emoji: '絵文字を挿入',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'まだメッセージはありません',
  emptyText: 'メッセージは書かれるとここに表示されます。',
  historyReplaced: 'この履歴はバックアップから復元されました。一部のメッセージがない場合があります。',
  message: '返信',
  messagePlaceholder: '返信を入力',
  unreachable: 'ただいまリレーに接続できません。再接続しています…',
  forbidden: 'サインアウトしました。ページを再読み込みしてサインインしてください。',
  reloadNeeded: 'コンソールが更新されました。ページを再読み込みしてください。',
  noticeOffered: 'ボットが担当者への引き継ぎを提案しました',
  noticeDeclined: '訪問者が提案を断りました',
  noticeRequested: (by) =>
    by === 'bot' ? 'ボットが担当者を求めています' : '訪問者が担当者との会話を希望しています',
  noticeContactLeft: (email) =>
    email ? `訪問者が連絡先を残しました：${email}` : '訪問者が連絡先を残しました',
  noticeRequeued: (name) => `${name}が会話を待ち行列に戻しました`,
  noticeTransferred: (from, name) => `${from}が会話を${name}に引き継ぎました`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name}が対応を再開しました`,
};

/** Japanese, in the polite style of a help desk. */
export const ja: Locale = { tag: 'ja', dir: 'ltr', visitorLabels, agentLabels };
