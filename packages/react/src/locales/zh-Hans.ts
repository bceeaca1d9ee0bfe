import type { EndReason } from '@batonchat/protocol';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';
import type { AllLabels } from '../parts/english-parts.js';
import { fileSizeIn } from '../parts/file-size.js';

const { number, times } = formatsOf('zh-Hans');

const back = '现在由智能助手继续为您服务。';
const endedForVisitor = (name: string | null): Record<EndReason, string> => ({
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

const botAgain = '机器人已恢复回复。';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} 已解决对话。` : '对话已解决。'}${botAgain}`,
  'ended-by-visitor': `访客已结束对话。${botAgain}`,
  'visitor-left': '访客已离开。',
  cancelled: '访客已取消请求。',
  inactive: '由于长时间没有新消息，对话已结束。',
  'nobody-available': '由于没有客服在线，对话已结束。',
  'wait-expired': '没有客服及时回复。',
  'left-contact': '访客已停止等待。',
  'rejected-by-all': '所有客服均未接待。',
  'desk-failed': '无法连接到客服工作台。',
  'turned-off': '人工客服已关闭。',
});

const visitorLabels: AllLabels = {
  openChat: '打开聊天',
  closeChat: '关闭聊天',
  unread: (amount) => `${number(amount)} 条未读消息`,
  chat: '聊天',
  messages: '对话',
  bot: '智能助手',
  visitor: '访客',
  you: '您',
  botBadge: '机器人',
  agentBadge: '人工',
  botStatus: '即时回复',
  agentStatus: '正在为您服务',
  waitingTitle: '请稍候',
  waitingStatus: '正在为您寻找客服',
  emptyTitle: '您好，有什么可以帮您？',
  emptyText: '请随时提问，您也可以随时转接人工客服。',
  loading: '正在加载您的对话',
  loadingOlder: '正在加载更早的消息',
  newMessages: (amount) => `${number(amount)} 条新消息`,
  jumpToLatest: '跳到最新',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} 和另外 ${number(others.length)} 人正在输入` : `${first} 正在输入`,
  unknownPart: '此处无法显示该内容。',
  historyReplaced: '此对话已从备份中恢复，部分消息可能缺失。',
  dismiss: '关闭',

  message: '消息',
  messagePlaceholder: '输入消息',
  send: '发送',
  tooLong: (overBy) => `超出 ${number(overBy)} 个字符，请缩短内容。`,
  charactersLeft: (amount) => `还可输入 ${number(amount)} 字`,
  outboxFull: '等待发送的消息过多，请稍后再试。',
  notKept: '您的浏览器不会保存此页面的数据，刷新后未发送的消息将会丢失。',

  sending: '发送中',
  sent: '已发送',
  delivered: '已送达',
  seen: '已读',
  failed: '未发送',
  retry: '重试',
  discard: '放弃',

  talkToHuman: '转人工客服',
  acceptOffer: '好的，请转接',
  declineOffer: '暂时不用',
  waitingForHuman: '正在等待人工客服',
  withAgent: (name) => `${name} 正在为您服务`,
  cancelRequest: '取消',
  soundOff: '关闭声音',
  soundOn: '打开声音',
  endConversation: '结束',
  leaveDetails: '留下联系方式',
  hideDetails: '收起',

  contactIntroWaiting: '请留下联系方式，即使您离开，我们也能回复您。',
  contactIntroFirst: '如果连接中断，我们该如何联系您？',
  contactIntroUnanswered: '请留下联系方式，我们会尽快回复您。',
  contactName: '姓名',
  contactEmail: '邮箱',
  contactText: '有什么可以帮您？',
  contactSubmit: '保存联系方式',
  contactSubmitAndLeave: '保存并停止等待',
  contactSubmitFirst: '继续',
  invalidEmail: '请输入正确的邮箱地址，例如 name@example.com。',
  contactEmpty: '请至少填写一项。',
  fieldTooLong: (limit) => `最多可输入 ${number(limit)} 个字符。`,

  connecting: '正在连接…',
  notConnected: '未连接',
  reconnecting: '正在重新连接…',
  offline: '您已离线。您输入的内容会在恢复连接后发送。',
  unreachable: '暂时无法连接，正在重新连接…',
  forbidden: '此页面无法使用聊天。',
  reloadNeeded: '聊天已更新，请刷新页面后继续。',
  offence: '此页面出现问题，聊天已关闭。',
  tryNow: '立即重试',
  reload: '刷新',

  noticeOffered: '接下来可以由人工客服为您服务',
  noticeDeclined: '没问题，您可以随时转接人工客服。',
  noticeRequested: () => '正在为您转接人工客服…',
  noticeContactLeft: (email) =>
    email ? `谢谢，我们会通过 ${email} 与您联系。` : '谢谢，我们已收到您的联系方式。',
  noticeClaimed: (name) => `${name} 已加入对话`,
  noticeRequeued: (name) => `${name} 暂时离开，正在为您寻找其他客服。`,
  noticeTransferred: (from, name) => `${from} 已将您转接给 ${name}`,
  noticeResolved: (reason, name) => endedForVisitor(name)[reason],
  noticeResumed: (name) => `${name} 已回到对话`,
  noticeFailed: '操作未成功。',

  code: (language) => (language ? `代码，${language}` : '代码'),
  table: '表格',
  done: '已完成',
  notDone: '未完成',

  choices: '选项',
  chosen: '已选择：',
  confirmChoices: '确认',
  answered: '已回答',
  notAnswered: '未回答',
  awaitingAnswer: '等待回答',

  cards: '卡片',
  card: (at, of) => `第 ${number(at)} 张，共 ${number(of)} 张`,
  previousCard: '上一张卡片',
  nextCard: '下一张卡片',
  opensInNewTab: '在新标签页中打开',

  openImage: (name) => `放大 ${name}`,
  closeImage: '关闭图片',
  imageFailed: (name) => `${name} 无法加载。`,
  openInNewTab: '在新标签页中打开',

  download: '下载',
  fileUnavailable: '暂时无法使用',
  fileSize: fileSizeIn('zh-Hans'),

  yes: '是',
  no: '否',

  submitForm: '提交',
  optional: '选填',
  pickOption: '请选择',
  fieldMissing: (label) => `请填写“${label}”。`,
  invalidPhone: '请输入电话号码，例如 +351 210 000 000。',
  invalidNumber: '请输入数字。',
  invalidDate: '请输入日期。',

  rating: '评分',
  score: (score, scale) => `${number(score)} 分，满分 ${number(scale)} 分`,
  thumbsUp: '好',
  thumbsDown: '不好',
  ratingMissing: '请先选择一项。',
  comment: '还有什么想补充的吗？',
  submitRating: '提交评分',

  ...times,
};

const agentLabels: AllLabels = {
  ...visitorLabels,
  emptyTitle: '还没有消息',
  emptyText: '新消息会显示在这里。',
  loading: '正在加载对话',
  historyReplaced: '此历史记录已从备份中恢复，部分消息可能缺失。',
  message: '回复',
  messagePlaceholder: '输入回复',
  unreachable: '暂时无法连接到中继服务，正在重新连接…',
  forbidden: '您已退出登录，请刷新页面重新登录。',
  reloadNeeded: '控制台已更新，请刷新页面后继续。',
  noticeOffered: '机器人建议转接人工',
  noticeDeclined: '访客拒绝了转接',
  noticeRequested: (by) => (by === 'bot' ? '机器人请求转接人工' : '访客请求人工客服'),
  noticeContactLeft: (email) => (email ? `访客留下了联系方式：${email}` : '访客留下了联系方式'),
  noticeRequeued: (name) => `${name} 已将对话放回队列`,
  noticeTransferred: (from, name) => `${from} 已将对话转接给 ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} 已重新接手对话`,
};

/** Simplified Chinese, with `您`. */
export const zhHans: Locale = { tag: 'zh-Hans', dir: 'ltr', visitorLabels, agentLabels };
