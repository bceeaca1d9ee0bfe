import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = '现在由智能助手继续为您服务。';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} 已结束对话。` : '对话已结束。'}${back}`,
  'ended-by-visitor': `您已结束对话。${back}`,
  'visitor-left': `由于您已离开，对话已结束。${back}`,
  cancelled: '您已取消请求。如有需要，智能助手随时为您服务。',
  inactive: `由于长时间没有新消息，对话已结束。${back}`,
  'nobody-available': `抱歉，目前没有客服在线。${back}`,
  'wait-expired': `抱歉，客服未能及时回复。${back}`,
  'left-contact': `您已停止等待。${back}`,
  'rejected-by-all': `抱歉，目前没有客服可以接待。${back}`,
  'desk-failed': `抱歉，暂时无法联系到我们的团队。${back}`,
  'turned-off': `人工客服已关闭。${back}`,
});

/** The words of a transcript in Chinese in simplified characters. */
export const words: Words = {
  messages: '对话',
  bot: '智能助手',
  you: '您',
  botBadge: '机器人',
  agentBadge: '人工',
  noticeOffered: '接下来可以由人工客服为您服务',
  noticeDeclined: '没问题，您可以随时转接人工客服。',
  noticeRequested: () => '正在为您转接人工客服…',
  noticeContactLeft: (email) =>
    email ? `谢谢，我们会通过 ${email} 与您联系。` : '谢谢，我们已收到您的联系方式。',
  noticeClaimed: (name) => `${name} 已加入对话`,
  noticeRequeued: (name) => `${name} 暂时离开，正在为您寻找其他客服。`,
  noticeTransferred: (from, name) => `${from} 已将您转接给 ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} 已回到对话`,
};
