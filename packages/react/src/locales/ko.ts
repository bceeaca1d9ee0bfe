import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/ko';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { number, measures } = formatsOf('ko');

const botAgain = '다시 봇이 답변합니다.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} 님이 대화를 해결했습니다.` : '대화가 해결되었습니다.'} ${botAgain}`,
  'ended-by-visitor': `방문자가 대화를 종료했습니다. ${botAgain}`,
  'visitor-left': '방문자가 나갔습니다.',
  cancelled: '방문자가 요청을 취소했습니다.',
  inactive: '메시지가 없어 종료되었습니다.',
  'nobody-available': '상담 가능한 직원이 없어 종료되었습니다.',
  'wait-expired': '아무도 제시간에 답변하지 않았습니다.',
  'left-contact': '방문자가 대기를 그만두었습니다.',
  'rejected-by-all': '모든 상담원이 거절했습니다.',
  'desk-failed': '상담 데스크에 연결할 수 없었습니다.',
  'turned-off': '실시간 상담이 꺼졌습니다.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: '채팅 열기',
  closeChat: '채팅 닫기',
  unread: (amount) => `읽지 않은 메시지 ${number(amount)}개`,
  chat: '채팅',
  visitor: '방문자',
  botStatus: '바로 답변합니다',
  agentStatus: '상담 중입니다',
  waitingTitle: '잠시만 기다려 주세요',
  waitingStatus: '상담원을 찾고 있습니다',
  emptyTitle: '안녕하세요, 무엇을 도와드릴까요?',
  emptyText: '무엇이든 물어보세요. 언제든지 상담원을 요청하실 수 있습니다.',
  loading: '대화를 불러오는 중',
  loadingOlder: '이전 메시지를 불러오는 중',
  newMessages: (amount) => `새 메시지 ${number(amount)}개`,
  jumpToLatest: '최신 메시지로',
  newSince: '새 메시지',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} 님 외 ${number(others.length)}명이 입력 중` : `${first} 님이 입력 중`,
  unknownPart: '이 내용은 여기에 표시할 수 없습니다.',
  historyReplaced: '이 대화는 백업에서 복원되었습니다. 일부 메시지가 없을 수 있습니다.',
  dismiss: '닫기',

  message: '메시지',
  messagePlaceholder: '메시지를 입력하세요',
  send: '보내기',
  tooLong: (overBy) => `${number(overBy)}자를 초과했습니다. 줄여 주세요.`,
  charactersLeft: (amount) => `${number(amount)}자 남음`,
  outboxFull: '전송 대기 중인 메시지가 너무 많습니다. 잠시 후 다시 시도해 주세요.',
  notKept: '브라우저가 이 페이지의 데이터를 저장하지 않아, 새로고침하면 보내지 않은 메시지가 사라집니다.',

  sending: '보내는 중',
  sent: '보냄',
  delivered: '전달됨',
  seen: '읽음',
  failed: '보내지 못함',
  retry: '다시 시도',
  discard: '삭제',

  talkToHuman: '상담원과 대화하기',
  acceptOffer: '네, 연결해 주세요',
  declineOffer: '나중에',
  waitingForHuman: '상담원을 기다리는 중',
  withAgent: (name) => `${name} 님과 대화 중입니다`,
  cancelRequest: '취소',
  soundOff: '소리 끄기',
  soundOn: '소리 켜기',
  menu: '메뉴',
  language: '언어',
  startAfresh: '새 대화',
  saveTranscript: '대화 저장',
  mailTranscript: '이메일로 받기',
  transcriptMailed: (to) => `${to}(으)로 보내는 중입니다.`,
  transcriptRefused: (to) => `${to}(으)로 전달하지 못했습니다. 주소가 맞는지 확인해 주세요.`,
  endConversation: '종료',
  leaveDetails: '연락처 남기기',
  hideDetails: '닫기',

  contactIntroWaiting: '연락처를 남겨 주시면 자리를 비우셔도 답변드릴 수 있습니다.',
  contactIntroFirst: '연결이 끊기면 어디로 연락드릴까요?',
  contactIntroUnanswered: '연락처를 남겨 주시면 답변드리겠습니다.',
  contactName: '이름',
  contactEmail: '이메일',
  contactText: '무엇을 도와드릴까요?',
  contactSubmit: '연락처 저장',
  contactSubmitAndLeave: '저장하고 대기 그만하기',
  contactSubmitFirst: '계속',
  invalidEmail: 'name@example.com 형식의 이메일 주소를 입력해 주세요.',
  contactEmpty: '한 가지 이상 입력해 주세요.',
  fieldTooLong: (limit) => `${number(limit)}자 이내로 입력해 주세요.`,

  connecting: '연결 중…',
  notConnected: '연결되지 않음',
  reconnecting: '다시 연결하는 중…',
  offline: '오프라인 상태입니다. 작성하신 내용은 다시 연결되면 전송됩니다.',
  unreachable: '지금은 연결할 수 없습니다. 다시 연결하는 중…',
  forbidden: '이 페이지에서는 채팅을 이용할 수 없습니다.',
  reloadNeeded: '채팅이 업데이트되었습니다. 계속하려면 페이지를 새로고침하세요.',
  offence: '이 페이지에 문제가 생겨 채팅이 종료되었습니다.',
  tryNow: '지금 시도',
  reload: '새로고침',

  noticeFailed: '처리되지 않았습니다.',

  code: (language) => (language ? `코드, ${language}` : '코드'),
  copy: '복사',
  copied: '복사됨',
  table: '표',
  done: '완료',
  notDone: '미완료',

  choices: '선택지',
  chosen: '선택함:',
  confirmChoices: '확인',
  answered: '답변함',
  notAnswered: '답변하지 않음',
  awaitingAnswer: '답변을 기다리는 중',

  cards: '카드',
  card: (at, of) => `${number(of)}개 중 ${number(at)}번째`,
  previousCard: '이전 카드',
  nextCard: '다음 카드',
  opensInNewTab: '새 탭에서 열림',

  openImage: (name) => `${name} 크게 보기`,
  closeImage: '이미지 닫기',
  imageFailed: (name) => `${name} 파일을 불러오지 못했습니다.`,
  openInNewTab: '새 탭에서 열기',

  download: '다운로드',
  fileUnavailable: '지금은 이용할 수 없음',

  yes: '예',
  no: '아니요',

  submitForm: '제출',
  optional: '선택 사항',
  pickOption: '선택하세요',
  fieldMissing: (label) => `‘${label}’ 항목을 입력해 주세요.`,
  invalidPhone: '+351 210 000 000 형식의 전화번호를 입력해 주세요.',
  invalidNumber: '숫자를 입력해 주세요.',
  invalidDate: '날짜를 입력해 주세요.',

  rating: '평가',
  score: (score, scale) => `${number(scale)}점 중 ${number(score)}점`,
  thumbsUp: '좋아요',
  thumbsDown: '별로예요',
  ratingMissing: '먼저 평가를 선택해 주세요.',
  comment: '더 하실 말씀이 있나요?',
  submitRating: '평가 보내기',

  attach: '파일 첨부',
  attachHint: (size) => `이미지, PDF, 텍스트, 오피스 문서, 파일당 최대 ${size}`,
  attachments: '첨부 파일',
  dropFiles: '여기에 파일을 놓으세요',
  attached: (name) => `${name} 파일을 추가했습니다.`,
  uploaded: (name) => `${name} 파일을 업로드했습니다.`,
  uploading: '업로드 중',
  uploadWaiting: '연결을 기다리는 중',
  uploadFailed: '전송되지 않음',
  removeFile: (name) => `${name} 제거`,
  fileTooLarge: (size) => `파일이 너무 큽니다. 최대 ${size}까지 가능합니다.`,
  fileEmpty: '파일이 비어 있습니다.',
  fileKindRefused: '받을 수 없습니다. 내용이 이름과 다르거나 허용되지 않는 종류의 파일입니다.',
  tooManyFiles: (amount) => `메시지당 최대 파일 수: ${number(amount)}`,

  picture: (name) => `사진: ${name}`,
  askedNoMore: '이미 답변했거나 더 이상 묻지 않는 질문입니다.',
  notAccepted: '받아들여지지 않았습니다.',
  conversationGone: '이 대화는 더 이상 없습니다.',
  fileGone: '파일이 더 이상 없습니다. 다시 첨부해 주세요.',

  emoji: '이모지 넣기',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: '아직 메시지가 없습니다',
  emptyText: '메시지는 작성되는 대로 여기에 표시됩니다.',
  historyReplaced: '이 기록은 백업에서 복원되었습니다. 일부 메시지가 없을 수 있습니다.',
  message: '답변',
  messagePlaceholder: '답변을 입력하세요',
  unreachable: '지금은 릴레이에 연결할 수 없습니다. 다시 연결하는 중…',
  forbidden: '로그아웃되었습니다. 로그인하려면 페이지를 새로고침하세요.',
  reloadNeeded: '콘솔이 업데이트되었습니다. 계속하려면 페이지를 새로고침하세요.',
  noticeOffered: '봇이 상담원 연결을 제안했습니다',
  noticeDeclined: '방문자가 제안을 거절했습니다',
  noticeRequested: (by) => (by === 'bot' ? '봇이 상담원을 요청했습니다' : '방문자가 상담원을 요청했습니다'),
  noticeContactLeft: (email) =>
    email ? `방문자가 연락처를 남겼습니다: ${email}` : '방문자가 연락처를 남겼습니다',
  noticeRequeued: (name) => `${name} 님이 대화를 대기열로 되돌렸습니다`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} 님이 대화를 다시 맡았습니다`,
};

/** Korean, in the polite style of a help desk. */
export const ko: Locale = { tag: 'ko', dir: 'ltr', visitorLabels, agentLabels };
