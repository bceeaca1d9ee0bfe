import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Vuelves a estar con el asistente.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} ha finalizado la conversación.` : 'La conversación ha finalizado.'} ${back}`,
  'ended-by-visitor': `Has finalizado la conversación. ${back}`,
  'visitor-left': `La conversación ha finalizado porque no estabas. ${back}`,
  cancelled: 'Has cancelado la solicitud. El asistente sigue aquí si lo necesitas.',
  inactive: `La conversación ha finalizado por inactividad. ${back}`,
  'nobody-available': `Lo sentimos, ahora mismo no hay nadie disponible. ${back}`,
  'wait-expired': `Lo sentimos, nadie ha podido responder a tiempo. ${back}`,
  'left-contact': `Has dejado de esperar. ${back}`,
  'rejected-by-all': `Lo sentimos, ahora mismo nadie ha podido atenderte. ${back}`,
  'desk-failed': `Lo sentimos, no hemos podido contactar con nuestro equipo. ${back}`,
  'turned-off': `El chat en directo se ha desactivado. ${back}`,
});

/** The words of a transcript in Spanish. */
export const words: Words = {
  messages: 'Conversación',
  bot: 'Asistente',
  you: 'Tú',
  botBadge: 'Bot',
  agentBadge: 'Persona',
  noticeOffered: 'Una persona puede atenderte a partir de aquí',
  noticeDeclined: 'Sin problema. Puedes pedir hablar con una persona en cualquier momento.',
  noticeRequested: () => 'Te estamos conectando con una persona…',
  noticeContactLeft: (email) =>
    email ? `Gracias. Te escribiremos a ${email}.` : 'Gracias, ya tenemos tus datos.',
  noticeClaimed: (name) => `${name} se ha unido`,
  noticeRequeued: (name) => `${name} ha tenido que irse. Estamos buscando a otra persona.`,
  noticeTransferred: (from, name) => `${from} te ha pasado con ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} está de vuelta`,
};
