import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Você está de volta com o assistente.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} encerrou a conversa.` : 'A conversa foi encerrada.'} ${back}`,
  'ended-by-visitor': `Você encerrou a conversa. ${back}`,
  'visitor-left': `A conversa foi encerrada porque você se ausentou. ${back}`,
  cancelled: 'Você cancelou o pedido. O assistente está aqui se você precisar.',
  inactive: `A conversa foi encerrada por inatividade. ${back}`,
  'nobody-available': `Desculpe, não há ninguém disponível no momento. ${back}`,
  'wait-expired': `Desculpe, ninguém conseguiu responder a tempo. ${back}`,
  'left-contact': `Você deixou de esperar. ${back}`,
  'rejected-by-all': `Desculpe, ninguém pôde atender agora. ${back}`,
  'desk-failed': `Desculpe, não conseguimos contatar nossa equipe. ${back}`,
  'turned-off': `O chat ao vivo foi desativado. ${back}`,
});

/** The words of a transcript in Portuguese as it is written in Brazil. */
export const words: Words = {
  messages: 'Conversa',
  bot: 'Assistente',
  you: 'Você',
  botBadge: 'Bot',
  agentBadge: 'Pessoa',
  noticeOffered: 'Uma pessoa pode continuar daqui',
  noticeDeclined: 'Sem problema. Você pode pedir para falar com uma pessoa a qualquer momento.',
  noticeRequested: () => 'Estamos conectando você a uma pessoa…',
  noticeContactLeft: (email) =>
    email ? `Obrigado. Podemos escrever para ${email}.` : 'Obrigado, temos seus dados.',
  noticeClaimed: (name) => `${name} entrou na conversa`,
  noticeRequeued: (name) => `${name} precisou sair. Estamos procurando outra pessoa para você.`,
  noticeTransferred: (from, name) => `${from} passou você para ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} está de volta`,
};
