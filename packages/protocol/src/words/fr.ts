import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Vous êtes de nouveau avec l’assistant.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} a mis fin à la conversation.` : 'La conversation est terminée.'} ${back}`,
  'ended-by-visitor': `Vous avez mis fin à la conversation. ${back}`,
  'visitor-left': `La conversation a pris fin en votre absence. ${back}`,
  cancelled: 'Vous avez annulé la demande. L’assistant reste à votre disposition.',
  inactive: `La conversation a pris fin faute d’échanges. ${back}`,
  'nobody-available': `Désolé, personne n’est disponible pour le moment. ${back}`,
  'wait-expired': `Désolé, personne n’a pu répondre à temps. ${back}`,
  'left-contact': `Vous n’attendez plus. ${back}`,
  'rejected-by-all': `Désolé, personne n’a pu vous prendre en charge. ${back}`,
  'desk-failed': `Désolé, notre équipe n’a pas pu être jointe. ${back}`,
  'turned-off': `Le chat en direct a été désactivé. ${back}`,
});

/** The words of a transcript in French. */
export const words: Words = {
  messages: 'Conversation',
  bot: 'Assistant',
  you: 'Vous',
  botBadge: 'Bot',
  agentBadge: 'Humain',
  noticeOffered: 'Un humain peut prendre le relais',
  noticeDeclined: 'Pas de problème. Vous pouvez demander un humain à tout moment.',
  noticeRequested: () => 'Nous vous mettons en relation avec un humain…',
  noticeContactLeft: (email) =>
    email ? `Merci. Nous pouvons vous joindre à ${email}.` : 'Merci, nous avons vos coordonnées.',
  noticeClaimed: (name) => `${name} a rejoint la conversation`,
  noticeRequeued: (name) => `${name} a dû partir. Nous cherchons quelqu’un d’autre.`,
  noticeTransferred: (from, name) => `${from} a passé le relais à ${name}`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} est de retour`,
};
