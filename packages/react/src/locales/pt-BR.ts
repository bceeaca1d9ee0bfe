import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/pt-BR';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('pt-BR');

const botAgain = 'O bot volta a responder.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} resolveu a conversa.` : 'A conversa foi resolvida.'} ${botAgain}`,
  'ended-by-visitor': `O visitante encerrou a conversa. ${botAgain}`,
  'visitor-left': 'O visitante saiu.',
  cancelled: 'O visitante cancelou o pedido.',
  inactive: 'Encerrada por inatividade.',
  'nobody-available': 'Encerrada porque não havia ninguém disponível.',
  'wait-expired': 'Ninguém respondeu a tempo.',
  'left-contact': 'O visitante deixou de esperar.',
  'rejected-by-all': 'Nenhum agente aceitou.',
  'desk-failed': 'Não foi possível contatar a central de atendimento.',
  'turned-off': 'O chat ao vivo foi desativado.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Abrir chat',
  closeChat: 'Fechar chat',
  unread: (amount) => count(amount, { one: '# mensagem não lida', other: '# mensagens não lidas' }),
  chat: 'Chat',
  visitor: 'Visitante',
  botStatus: 'Responde na hora',
  agentStatus: 'Aqui com você',
  waitingTitle: 'Um momento',
  waitingStatus: 'Procurando alguém',
  emptyTitle: 'Olá, como podemos ajudar?',
  emptyText: 'Pergunte o que quiser. Você pode pedir para falar com uma pessoa a qualquer momento.',
  loading: 'Carregando sua conversa',
  loadingOlder: 'Carregando mensagens anteriores',
  newMessages: (amount) => count(amount, { one: '# mensagem nova', other: '# mensagens novas' }),
  jumpToLatest: 'Ir para a última',
  newSince: 'Novas',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} e mais # pessoa estão digitando`,
          other: `${first} e mais # pessoas estão digitando`,
        })
      : `${first} está digitando`,
  unknownPart: 'Este conteúdo não pode ser exibido aqui.',
  historyReplaced: 'Esta conversa foi restaurada de um backup. Algumas mensagens podem estar faltando.',
  dismiss: 'Dispensar',

  message: 'Mensagem',
  messagePlaceholder: 'Escreva uma mensagem',
  send: 'Enviar',
  tooLong: (overBy) =>
    count(overBy, {
      one: '# caractere a mais. Encurte o texto.',
      other: '# caracteres a mais. Encurte o texto.',
    }),
  charactersLeft: (amount) => count(amount, { one: 'Resta #', other: 'Restam #' }),
  outboxFull: 'Há mensagens demais aguardando envio. Tente de novo daqui a pouco.',
  notKept: 'Seu navegador não guarda dados desta página: as mensagens não enviadas se perdem ao recarregar.',

  sending: 'Enviando',
  sent: 'Enviada',
  delivered: 'Entregue',
  seen: 'Vista',
  failed: 'Não enviada',
  retry: 'Tentar de novo',
  discard: 'Descartar',

  talkToHuman: 'Falar com uma pessoa',
  acceptOffer: 'Sim, quero falar',
  declineOffer: 'Agora não',
  waitingForHuman: 'Aguardando uma pessoa',
  queuePosition: (position) => (position === 1 ? 'Próximo da fila' : `Posição ${number(position)} na fila`),
  estimatedWait: (time) => `cerca de ${time}`,
  withAgent: (name) => `Você está com ${name}`,
  cancelRequest: 'Cancelar',
  soundOff: 'Desativar o som',
  soundOn: 'Ativar o som',
  menu: 'Menu',
  language: 'Idioma',
  startAfresh: 'Nova conversa',
  saveTranscript: 'Salvar a conversa',
  mailTranscript: 'Receber por e-mail',
  transcriptMailed: (to) => `A caminho de ${to}.`,
  transcriptRefused: (to) => `Não foi possível entregar em ${to}. O endereço está certo?`,
  endConversation: 'Encerrar',
  leaveDetails: 'Deixar meus dados',
  hideDetails: 'Ocultar',

  contactIntroWaiting: 'Deixe seus dados e poderemos responder mesmo que você precise sair.',
  contactIntroFirst: 'Como podemos falar com você se a conexão cair?',
  contactIntroUnanswered: 'Deixe seus dados e entraremos em contato.',
  contactName: 'Nome',
  contactEmail: 'E-mail',
  contactText: 'Como podemos ajudar?',
  contactSubmit: 'Salvar meus dados',
  contactSubmitAndLeave: 'Salvar e parar de esperar',
  contactSubmitFirst: 'Continuar',
  invalidEmail: 'Informe um e-mail como nome@example.com.',
  contactEmpty: 'Preencha pelo menos um campo.',
  fieldTooLong: (limit) =>
    count(limit, { one: 'Use no máximo # caractere.', other: 'Use no máximo # caracteres.' }),

  connecting: 'Conectando…',
  notConnected: 'Sem conexão',
  reconnecting: 'Reconectando…',
  offline: 'Você está offline. O que você escrever será enviado quando a conexão voltar.',
  unreachable: 'Não foi possível nos contatar agora. Reconectando…',
  forbidden: 'O chat não está disponível nesta página.',
  reloadNeeded: 'O chat foi atualizado. Recarregue a página para continuar.',
  offence: 'O chat foi fechado porque algo deu errado nesta página.',
  tryNow: 'Tentar já',
  reload: 'Recarregar',

  noticeFailed: 'Não foi possível concluir.',

  code: (language) => (language ? `Código, ${language}` : 'Código'),
  copy: 'Copiar',
  copied: 'Copiado',
  table: 'Tabela',
  done: 'Feito',
  notDone: 'A fazer',

  choices: 'Opções',
  chosen: 'Escolhido:',
  confirmChoices: 'Confirmar',
  answered: 'Respondido',
  notAnswered: 'Não respondido',
  awaitingAnswer: 'Aguardando resposta',

  cards: 'Cartões',
  card: (at, of) => `${number(at)} de ${number(of)}`,
  previousCard: 'Cartão anterior',
  nextCard: 'Próximo cartão',
  opensInNewTab: 'abre em uma nova aba',

  openImage: (name) => `Ampliar ${name}`,
  closeImage: 'Fechar imagem',
  imageFailed: (name) => `Não foi possível carregar ${name}.`,
  openInNewTab: 'Abrir em uma nova aba',

  download: 'Baixar',
  fileUnavailable: 'Indisponível no momento',

  yes: 'Sim',
  no: 'Não',

  submitForm: 'Enviar',
  optional: 'opcional',
  pickOption: 'Escolha uma',
  fieldMissing: (label) => `Preencha “${label}”.`,
  invalidPhone: 'Informe um telefone como +351 210 000 000.',
  invalidNumber: 'Informe um número.',
  invalidDate: 'Informe uma data.',

  rating: 'Avaliação',
  score: (score, scale) => `${number(score)} de ${number(scale)}`,
  thumbsUp: 'Bom',
  thumbsDown: 'Ruim',
  ratingMissing: 'Escolha uma opção primeiro.',
  comment: 'Quer acrescentar algo?',
  submitRating: 'Enviar avaliação',

  attach: 'Anexar arquivos',
  attachHint: (size) => `Imagens, PDF, texto ou documentos do Office, até ${size} cada`,
  attachments: 'Anexos',
  dropFiles: 'Solte os arquivos aqui',
  attached: (name) => `${name} foi adicionado.`,
  uploaded: (name) => `${name} foi enviado.`,
  uploading: 'Enviando',
  uploadWaiting: 'Aguardando a conexão',
  uploadFailed: 'Não chegou',
  removeFile: (name) => `Remover ${name}`,
  fileTooLarge: (size) => `Grande demais. Um arquivo pode ter até ${size}.`,
  fileEmpty: 'O arquivo está vazio.',
  fileKindRefused: 'Não aceito: o conteúdo não corresponde ao nome ou este tipo de arquivo não é permitido.',
  tooManyFiles: (amount) => `Número máximo de arquivos por mensagem: ${number(amount)}`,

  picture: (name) => `Imagem: ${name}`,
  askedNoMore: 'Isso já foi respondido ou não é mais perguntado.',
  notAccepted: 'Não foi possível aceitar.',
  conversationGone: 'Esta conversa não existe mais.',
  fileGone: 'Um arquivo não está mais disponível. Anexe-o novamente.',

  emoji: 'Inserir emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Nenhuma mensagem ainda',
  emptyText: 'As mensagens aparecem aqui à medida que são escritas.',
  loading: 'Carregando a conversa',
  historyReplaced: 'Este histórico foi restaurado de um backup. Algumas mensagens podem estar faltando.',
  message: 'Resposta',
  messagePlaceholder: 'Escreva uma resposta',
  unreachable: 'Não foi possível contatar o relay agora. Reconectando…',
  forbidden: 'Sua sessão terminou. Recarregue a página para entrar.',
  reloadNeeded: 'O console foi atualizado. Recarregue a página para continuar.',
  noticeOffered: 'O bot ofereceu uma pessoa',
  noticeDeclined: 'O visitante recusou a oferta',
  noticeRequested: (by) =>
    by === 'bot' ? 'O bot pediu uma pessoa' : 'O visitante pediu para falar com uma pessoa',
  noticeContactLeft: (email) =>
    email ? `O visitante deixou seus dados: ${email}` : 'O visitante deixou seus dados',
  noticeRequeued: (name) => `${name} devolveu a conversa para a fila`,
  noticeTransferred: (from, name) => `${from} transferiu a conversa para ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} retomou a conversa`,
};

/** Brazilian Portuguese, with `você`. */
export const ptBR: Locale = { tag: 'pt-BR', dir: 'ltr', visitorLabels, agentLabels };
