import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = '이제 다시 어시스턴트가 도와드립니다.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} 님이 대화를 종료했습니다.` : '대화가 종료되었습니다.'} ${back}`,
  'ended-by-visitor': `대화를 종료하셨습니다. ${back}`,
  'visitor-left': `자리를 비우셔서 대화가 종료되었습니다. ${back}`,
  cancelled: '요청을 취소하셨습니다. 필요하시면 어시스턴트가 도와드립니다.',
  inactive: `한동안 메시지가 없어 대화가 종료되었습니다. ${back}`,
  'nobody-available': `죄송합니다. 지금은 상담 가능한 직원이 없습니다. ${back}`,
  'wait-expired': `죄송합니다. 제시간에 답변드리지 못했습니다. ${back}`,
  'left-contact': `대기를 그만두셨습니다. ${back}`,
  'rejected-by-all': `죄송합니다. 지금은 상담을 맡을 직원이 없습니다. ${back}`,
  'desk-failed': `죄송합니다. 상담팀에 연결하지 못했습니다. ${back}`,
  'turned-off': `실시간 상담이 꺼졌습니다. ${back}`,
});

/** The words of a transcript in Korean. */
export const words: Words = {
  messages: '대화',
  bot: '어시스턴트',
  you: '나',
  botBadge: '봇',
  agentBadge: '상담원',
  noticeOffered: '여기서부터 상담원이 도와드릴 수 있습니다',
  noticeDeclined: '알겠습니다. 언제든지 상담원을 요청하실 수 있습니다.',
  noticeRequested: () => '상담원에게 연결하고 있습니다…',
  noticeContactLeft: (email) =>
    email ? `감사합니다. ${email} 주소로 연락드리겠습니다.` : '감사합니다. 연락처를 받았습니다.',
  noticeClaimed: (name) => `${name} 님이 참여했습니다`,
  noticeRequeued: (name) => `${name} 님이 자리를 비웠습니다. 다른 상담원을 찾고 있습니다.`,
  noticeTransferred: (from, name) => `${from} 님이 ${name} 님에게 대화를 넘겼습니다`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} 님이 돌아왔습니다`,
};
