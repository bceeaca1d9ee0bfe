import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/es';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('es');

const botAgain = 'El bot vuelve a responder.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} ha resuelto la conversación.` : 'La conversación se ha resuelto.'} ${botAgain}`,
  'ended-by-visitor': `El visitante ha finalizado la conversación. ${botAgain}`,
  'visitor-left': 'El visitante se ha ido.',
  cancelled: 'El visitante ha cancelado la solicitud.',
  inactive: 'Finalizada por inactividad.',
  'nobody-available': 'Finalizada porque no había nadie disponible.',
  'wait-expired': 'Nadie ha respondido a tiempo.',
  'left-contact': 'El visitante ha dejado de esperar.',
  'rejected-by-all': 'Ningún agente la ha aceptado.',
  'desk-failed': 'No se ha podido contactar con el puesto de atención.',
  'turned-off': 'El chat en directo se ha desactivado.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Abrir chat',
  closeChat: 'Cerrar chat',
  unread: (amount) => count(amount, { one: '# mensaje sin leer', other: '# mensajes sin leer' }),
  chat: 'Chat',
  visitor: 'Visitante',
  botStatus: 'Responde al momento',
  agentStatus: 'Aquí contigo',
  waitingTitle: 'Un momento',
  waitingStatus: 'Buscando a alguien',
  emptyTitle: 'Hola, ¿cómo podemos ayudarte?',
  emptyText: 'Pregunta lo que quieras. Puedes pedir hablar con una persona en cualquier momento.',
  loading: 'Cargando tu conversación',
  loadingOlder: 'Cargando mensajes anteriores',
  newMessages: (amount) => count(amount, { one: '# mensaje nuevo', other: '# mensajes nuevos' }),
  jumpToLatest: 'Ir al más reciente',
  newSince: 'Nuevo',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? `${first} y ${number(others.length)} más están escribiendo`
      : `${first} está escribiendo`,
  unknownPart: 'Este contenido no se puede mostrar aquí.',
  historyReplaced:
    'Esta conversación se ha restaurado desde una copia de seguridad. Es posible que falten mensajes.',
  dismiss: 'Descartar',

  message: 'Mensaje',
  messagePlaceholder: 'Escribe un mensaje',
  send: 'Enviar',
  tooLong: (overBy) =>
    count(overBy, {
      one: 'Sobra # carácter. Acórtalo un poco.',
      other: 'Sobran # caracteres. Acórtalo un poco.',
    }),
  charactersLeft: (amount) => count(amount, { one: 'Queda #', other: 'Quedan #' }),
  outboxFull: 'Hay demasiados mensajes pendientes de envío. Inténtalo de nuevo en un momento.',
  notKept: 'Tu navegador no guarda datos de esta página: los mensajes sin enviar se perderán si la recargas.',

  sending: 'Enviando',
  sent: 'Enviado',
  delivered: 'Entregado',
  seen: 'Visto',
  failed: 'No enviado',
  retry: 'Reintentar',
  discard: 'Descartar',

  talkToHuman: 'Hablar con una persona',
  acceptOffer: 'Sí, conéctame',
  declineOffer: 'Ahora no',
  waitingForHuman: 'Esperando a una persona',
  queuePosition: (position) =>
    position === 1 ? 'Siguiente en la fila' : `Puesto ${number(position)} en la fila`,
  estimatedWait: (time) => `unos ${time}`,
  withAgent: (name) => `Estás con ${name}`,
  cancelRequest: 'Cancelar',
  soundOff: 'Desactivar sonido',
  soundOn: 'Activar sonido',
  menu: 'Menú',
  language: 'Idioma',
  startAfresh: 'Nueva conversación',
  saveTranscript: 'Guardar la conversación',
  mailTranscript: 'Recibir por correo',
  transcriptMailed: (to) => `En camino a ${to}.`,
  transcriptRefused: (to) => `No se ha podido entregar a ${to}. ¿Es correcta la dirección?`,
  endConversation: 'Finalizar',
  leaveDetails: 'Dejar mis datos',
  hideDetails: 'Ocultar',

  contactIntroWaiting: 'Déjanos tus datos y podremos responderte aunque tengas que irte.',
  contactIntroFirst: '¿Cómo podemos localizarte si se corta la conversación?',
  contactIntroUnanswered: 'Déjanos tus datos y te responderemos.',
  contactName: 'Nombre',
  contactEmail: 'Correo electrónico',
  contactText: '¿Cómo podemos ayudarte?',
  contactSubmit: 'Guardar mis datos',
  contactSubmitAndLeave: 'Guardar y dejar de esperar',
  contactSubmitFirst: 'Continuar',
  invalidEmail: 'Escribe una dirección de correo como nombre@example.com.',
  contactEmpty: 'Rellena al menos un campo.',
  fieldTooLong: (limit) =>
    count(limit, { one: 'Como máximo # carácter.', other: 'Como máximo # caracteres.' }),

  connecting: 'Conectando…',
  notConnected: 'Sin conexión',
  reconnecting: 'Reconectando…',
  offline: 'No tienes conexión. Lo que escribas se enviará cuando vuelvas.',
  unreachable: 'Ahora mismo no se puede conectar con nosotros. Reconectando…',
  forbidden: 'El chat no está disponible en esta página.',
  reloadNeeded: 'El chat se ha actualizado. Recarga la página para continuar.',
  offence: 'El chat se ha cerrado porque algo ha fallado en esta página.',
  tryNow: 'Probar ya',
  reload: 'Recargar',

  noticeFailed: 'No se ha podido completar.',

  code: (language) => (language ? `Código, ${language}` : 'Código'),
  copy: 'Copiar',
  copied: 'Copiado',
  table: 'Tabla',
  done: 'Hecho',
  notDone: 'Pendiente',

  choices: 'Opciones',
  chosen: 'Elegido:',
  confirmChoices: 'Confirmar',
  answered: 'Respondido',
  notAnswered: 'Sin responder',
  awaitingAnswer: 'En espera de respuesta',

  cards: 'Tarjetas',
  card: (at, of) => `${number(at)} de ${number(of)}`,
  previousCard: 'Tarjeta anterior',
  nextCard: 'Tarjeta siguiente',
  opensInNewTab: 'se abre en una pestaña nueva',

  openImage: (name) => `Ampliar ${name}`,
  closeImage: 'Cerrar imagen',
  imageFailed: (name) => `No se ha podido cargar ${name}.`,
  openInNewTab: 'Abrir en una pestaña nueva',

  download: 'Descargar',
  fileUnavailable: 'No disponible en este momento',

  yes: 'Sí',
  no: 'No',

  submitForm: 'Enviar',
  optional: 'opcional',
  pickOption: 'Elige una',
  fieldMissing: (label) => `Rellena «${label}».`,
  invalidPhone: 'Escribe un número de teléfono como +351 210 000 000.',
  invalidNumber: 'Escribe un número.',
  invalidDate: 'Escribe una fecha.',

  rating: 'Valoración',
  score: (score, scale) => `${number(score)} de ${number(scale)}`,
  thumbsUp: 'Bien',
  thumbsDown: 'Mal',
  ratingMissing: 'Elige primero una opción.',
  comment: '¿Quieres añadir algo?',
  submitRating: 'Enviar valoración',

  attach: 'Adjuntar archivos',
  attachHint: (size) => `Imágenes, PDF, texto o documentos de oficina, de hasta ${size} cada uno`,
  attachments: 'Archivos adjuntos',
  dropFiles: 'Suelte los archivos aquí',
  attached: (name) => `Se ha añadido ${name}.`,
  uploaded: (name) => `${name} se ha subido.`,
  uploading: 'Subiendo',
  uploadWaiting: 'Esperando la conexión',
  uploadFailed: 'No ha llegado',
  removeFile: (name) => `Quitar ${name}`,
  fileTooLarge: (size) => `Demasiado grande. Un archivo puede tener hasta ${size}.`,
  fileEmpty: 'El archivo está vacío.',
  fileKindRefused: 'No se acepta: el contenido no corresponde al nombre o este tipo de archivo no se admite.',
  tooManyFiles: (amount) => `Número máximo de archivos por mensaje: ${number(amount)}`,

  picture: (name) => `Imagen: ${name}`,
  askedNoMore: 'Ya está respondido o ya no se pregunta.',
  notAccepted: 'No se ha podido aceptar.',
  conversationGone: 'Esta conversación ya no existe.',
  fileGone: 'Un archivo ya no está. Adjúntalo de nuevo.',

  emoji: 'Insertar emoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Todavía no hay mensajes',
  emptyText: 'Los mensajes aparecerán aquí a medida que se escriban.',
  loading: 'Cargando la conversación',
  historyReplaced:
    'Este historial se ha restaurado desde una copia de seguridad. Es posible que falten mensajes.',
  message: 'Respuesta',
  messagePlaceholder: 'Escribe una respuesta',
  unreachable: 'Ahora mismo no se puede conectar con el relay. Reconectando…',
  forbidden: 'Se ha cerrado tu sesión. Recarga la página para iniciarla de nuevo.',
  reloadNeeded: 'La consola se ha actualizado. Recarga la página para continuar.',
  noticeOffered: 'El bot ha ofrecido hablar con una persona',
  noticeDeclined: 'El visitante ha rechazado la oferta',
  noticeRequested: (by) =>
    by === 'bot'
      ? 'El bot ha pedido que atienda una persona'
      : 'El visitante ha pedido hablar con una persona',
  noticeContactLeft: (email) =>
    email ? `El visitante ha dejado sus datos: ${email}` : 'El visitante ha dejado sus datos',
  noticeRequeued: (name) => `${name} ha devuelto la conversación a la cola`,
  noticeTransferred: (from, name) => `${from} ha transferido la conversación a ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} ha retomado la conversación`,
};

/** Spanish, with `tú`. */
export const es: Locale = { tag: 'es', dir: 'ltr', visitorLabels, agentLabels };
