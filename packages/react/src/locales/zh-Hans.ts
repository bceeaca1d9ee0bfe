import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/zh-Hans';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';
import { fileSizeIn } from '../parts/file-size.js';

const { number, times } = formatsOf('zh-Hans');

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

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: '打开聊天',
  closeChat: '关闭聊天',
  unread: (amount) => `${number(amount)} 条未读消息`,
  chat: '聊天',
  visitor: '访客',
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
  menu: '菜单',
  language: '语言',
  startAfresh: '新对话',
  saveTranscript: '保存对话记录',
  mailTranscript: '通过邮件发送对话',
  transcriptMailed: (to) => `正在发送至 ${to}。`,
  transcriptRefused: (to) => `无法送达 ${to}。请确认地址是否正确。`,
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

  attach: '添加附件',
  attachHint: (size) => `图片、PDF、文本或办公文档，每个不超过 ${size}`,
  attachments: '附件',
  dropFiles: '将文件拖放到这里',
  attached: (name) => `已添加 ${name}。`,
  uploaded: (name) => `${name} 已上传。`,
  uploading: '正在上传',
  uploadWaiting: '等待连接',
  uploadFailed: '未送达',
  removeFile: (name) => `移除 ${name}`,
  fileTooLarge: (size) => `文件过大，每个文件不得超过 ${size}。`,
  fileEmpty: '文件为空。',
  fileKindRefused: '未接受：内容与文件名不符，或不支持此类文件。',
  tooManyFiles: (amount) => `每条消息最多可附文件数：${number(amount)}`,

  picture: (name) => `图片：${name}`,
  askedNoMore: '此问题已回答，或不再需要回答。',
  notAccepted: '未能接受此内容。',
  conversationGone: '此对话已不存在。',
  fileGone: '有文件已不存在，请重新添加。',

  emoji: '插入表情',

  ...times,
};

const agentLabels: CompleteLabels = {
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
