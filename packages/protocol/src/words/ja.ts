import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'アシスタントとの会話に戻りました。';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name}が会話を終了しました。` : '会話が終了しました。'}${back}`,
  'ended-by-visitor': `会話を終了しました。${back}`,
  'visitor-left': `ご不在のため、会話を終了しました。${back}`,
  cancelled: 'リクエストを取り消しました。引き続きアシスタントがご案内します。',
  inactive: `しばらくやり取りがなかったため、会話を終了しました。${back}`,
  'nobody-available': `申し訳ございません。ただいま対応できる担当者がおりません。${back}`,
  'wait-expired': `申し訳ございません。時間内にお答えできませんでした。${back}`,
  'left-contact': `お待ちいただくのを終了しました。${back}`,
  'rejected-by-all': `申し訳ございません。ただいま対応できる担当者が見つかりませんでした。${back}`,
  'desk-failed': `申し訳ございません。担当チームに接続できませんでした。${back}`,
  'turned-off': `有人チャットは停止しました。${back}`,
});

/** The words of a transcript in Japanese. */
export const words: Words = {
  messages: '会話',
  bot: 'アシスタント',
  you: 'あなた',
  botBadge: 'ボット',
  agentBadge: '担当者',
  noticeOffered: 'ここからは担当者が対応することもできます',
  noticeDeclined: '承知しました。いつでも担当者におつなぎできます。',
  noticeRequested: () => '担当者におつなぎしています…',
  noticeContactLeft: (email) =>
    email
      ? `ありがとうございます。${email} にご連絡いたします。`
      : 'ありがとうございます。連絡先を承りました。',
  noticeClaimed: (name) => `${name}が参加しました`,
  noticeRequeued: (name) => `${name}が退席しました。別の担当者を探しています。`,
  noticeTransferred: (from, name) => `担当が${from}から${name}に代わりました`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name}が戻りました`,
};
