import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/fr';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { count, number, measures } = formatsOf('fr');

const botAgain = 'Le bot répond de nouveau.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} a clos la conversation.` : 'La conversation a été close.'} ${botAgain}`,
  'ended-by-visitor': `Le visiteur a mis fin à la conversation. ${botAgain}`,
  'visitor-left': 'Le visiteur est parti.',
  cancelled: 'Le visiteur a annulé la demande.',
  inactive: 'Terminée faute d’échanges.',
  'nobody-available': 'Terminée : personne n’était disponible.',
  'wait-expired': 'Personne n’a répondu à temps.',
  'left-contact': 'Le visiteur n’attend plus.',
  'rejected-by-all': 'Tous les agents ont décliné.',
  'desk-failed': 'Le poste des agents n’a pas pu être joint.',
  'turned-off': 'Le chat en direct a été désactivé.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Ouvrir le chat',
  closeChat: 'Fermer le chat',
  unread: (amount) => count(amount, { one: '# message non lu', other: '# messages non lus' }),
  chat: 'Chat',
  visitor: 'Visiteur',
  botStatus: 'Répond tout de suite',
  agentStatus: 'À votre écoute',
  waitingTitle: 'Un instant',
  waitingStatus: 'Nous cherchons quelqu’un',
  emptyTitle: 'Bonjour, comment pouvons-nous vous aider ?',
  emptyText: 'Posez votre question. Vous pouvez demander un humain à tout moment.',
  loading: 'Chargement de votre conversation',
  loadingOlder: 'Chargement des messages précédents',
  newMessages: (amount) => count(amount, { one: '# nouveau message', other: '# nouveaux messages' }),
  jumpToLatest: 'Aller au dernier',
  newSince: 'Nouveau',
  isTyping: ([first = '', ...others]) =>
    others.length > 0
      ? count(others.length, {
          one: `${first} et # autre personne écrivent`,
          other: `${first} et # autres personnes écrivent`,
        })
      : `${first} écrit`,
  unknownPart: 'Ce contenu ne peut pas être affiché ici.',
  historyReplaced:
    'Cette conversation a été restaurée à partir d’une sauvegarde. Certains messages peuvent manquer.',
  dismiss: 'Masquer',

  message: 'Message',
  messagePlaceholder: 'Écrivez un message',
  send: 'Envoyer',
  tooLong: (overBy) =>
    count(overBy, {
      one: '# caractère de trop. Merci de raccourcir.',
      other: '# caractères de trop. Merci de raccourcir.',
    }),
  charactersLeft: (amount) => count(amount, { one: '# restant', other: '# restants' }),
  outboxFull: 'Trop de messages attendent d’être envoyés. Réessayez dans un instant.',
  notKept:
    'Votre navigateur ne conserve rien pour cette page : les messages non envoyés seront perdus au rechargement.',

  sending: 'Envoi en cours',
  sent: 'Envoyé',
  delivered: 'Distribué',
  seen: 'Lu',
  failed: 'Non envoyé',
  retry: 'Réessayer',
  discard: 'Supprimer',

  talkToHuman: 'Parler à un humain',
  acceptOffer: 'Oui, mettez-nous en relation',
  declineOffer: 'Pas maintenant',
  waitingForHuman: 'En attente d’un humain',
  queuePosition: (position) =>
    position === 1 ? 'C’est bientôt votre tour' : `Position ${number(position)} dans la file d’attente`,
  estimatedWait: (time) => `environ ${time}`,
  withAgent: (name) => `Vous êtes avec ${name}`,
  cancelRequest: 'Annuler',
  soundOff: 'Couper le son',
  soundOn: 'Activer le son',
  menu: 'Menu',
  language: 'Langue',
  startAfresh: 'Nouvelle conversation',
  saveTranscript: 'Enregistrer la conversation',
  mailTranscript: 'Recevoir par e-mail',
  transcriptMailed: (to) => `En route vers ${to}.`,
  transcriptRefused: (to) => `Impossible de livrer à ${to}. L’adresse est-elle correcte ?`,
  endConversation: 'Terminer',
  leaveDetails: 'Laisser mes coordonnées',
  hideDetails: 'Masquer',

  contactIntroWaiting:
    'Laissez-nous vos coordonnées : nous pourrons vous répondre même si vous devez partir.',
  contactIntroFirst: 'Comment vous joindre si nous sommes coupés ?',
  contactIntroUnanswered: 'Laissez-nous vos coordonnées, nous reviendrons vers vous.',
  contactName: 'Nom',
  contactEmail: 'E-mail',
  contactText: 'Comment pouvons-nous vous aider ?',
  contactSubmit: 'Enregistrer',
  contactSubmitAndLeave: 'Enregistrer et ne plus attendre',
  contactSubmitFirst: 'Continuer',
  invalidEmail: 'Veuillez saisir une adresse e-mail du type nom@example.com.',
  contactEmpty: 'Veuillez remplir au moins un champ.',
  fieldTooLong: (limit) =>
    count(limit, { one: '# caractère au maximum.', other: '# caractères au maximum.' }),

  connecting: 'Connexion…',
  notConnected: 'Non connecté',
  reconnecting: 'Reconnexion…',
  offline: 'Vous êtes hors ligne. Vos messages partiront dès votre retour.',
  unreachable: 'Nous sommes injoignables pour le moment. Reconnexion…',
  forbidden: 'Le chat n’est pas disponible sur cette page.',
  reloadNeeded: 'Le chat a été mis à jour. Rechargez la page pour continuer.',
  offence: 'Le chat a été fermé : une erreur s’est produite sur cette page.',
  tryNow: 'Réessayer',
  reload: 'Recharger',

  noticeFailed: 'Cela n’a pas abouti.',

  code: (language) => (language ? `Code, ${language}` : 'Code'),
  copy: 'Copier',
  copied: 'Copié',
  table: 'Tableau',
  done: 'Fait',
  notDone: 'À faire',

  choices: 'Choix',
  chosen: 'Choisi :',
  confirmChoices: 'Confirmer',
  answered: 'Répondu',
  notAnswered: 'Sans réponse',
  awaitingAnswer: 'En attente de réponse',

  cards: 'Fiches',
  card: (at, of) => `${number(at)} sur ${number(of)}`,
  previousCard: 'Fiche précédente',
  nextCard: 'Fiche suivante',
  opensInNewTab: 's’ouvre dans un nouvel onglet',

  openImage: (name) => `Agrandir ${name}`,
  closeImage: 'Fermer l’image',
  imageFailed: (name) => `${name} n’a pas pu être chargé.`,
  openInNewTab: 'Ouvrir dans un nouvel onglet',

  download: 'Télécharger',
  fileUnavailable: 'Indisponible pour le moment',

  yes: 'Oui',
  no: 'Non',

  submitForm: 'Envoyer',
  optional: 'facultatif',
  pickOption: 'Choisissez',
  fieldMissing: (label) => `Veuillez remplir « ${label} ».`,
  invalidPhone: 'Veuillez saisir un numéro de téléphone du type +351 210 000 000.',
  invalidNumber: 'Veuillez saisir un nombre.',
  invalidDate: 'Veuillez saisir une date.',

  rating: 'Évaluation',
  score: (score, scale) => `${number(score)} sur ${number(scale)}`,
  thumbsUp: 'Bien',
  thumbsDown: 'Pas bien',
  ratingMissing: 'Veuillez d’abord faire un choix.',
  comment: 'Quelque chose à ajouter ?',
  submitRating: 'Envoyer l’avis',

  attach: 'Joindre des fichiers',
  attachHint: (size) => `Images, PDF, texte ou documents bureautiques, ${size} maximum chacun`,
  attachments: 'Pièces jointes',
  dropFiles: 'Déposez les fichiers ici',
  attached: (name) => `${name} a été ajouté.`,
  uploaded: (name) => `${name} est envoyé.`,
  uploading: 'Envoi en cours',
  uploadWaiting: 'En attente de connexion',
  uploadFailed: 'Envoi non abouti',
  removeFile: (name) => `Retirer ${name}`,
  fileTooLarge: (size) => `Trop volumineux. Un fichier peut faire jusqu’à ${size}.`,
  fileEmpty: 'Le fichier est vide.',
  fileKindRefused: 'Refusé : le contenu ne correspond pas au nom, ou ce type de fichier n’est pas accepté.',
  tooManyFiles: (amount) => `Nombre maximal de fichiers par message : ${number(amount)}`,

  picture: (name) => `Image : ${name}`,
  askedNoMore: 'Vous avez déjà répondu, ou la question n’est plus posée.',
  notAccepted: 'Cela n’a pas pu être accepté.',
  conversationGone: 'Cette conversation n’existe plus.',
  fileGone: 'Un fichier n’est plus disponible. Veuillez le joindre à nouveau.',

  emoji: 'Insérer un émoji',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Rien pour l’instant',
  emptyText: 'Les messages apparaîtront ici au fur et à mesure.',
  loading: 'Chargement de la conversation',
  historyReplaced:
    'Cet historique a été restauré à partir d’une sauvegarde. Certains messages peuvent manquer.',
  message: 'Réponse',
  messagePlaceholder: 'Écrivez une réponse',
  unreachable: 'Le relais est injoignable pour le moment. Reconnexion…',
  forbidden: 'Vous êtes déconnecté. Rechargez la page pour vous connecter.',
  reloadNeeded: 'La console a été mise à jour. Rechargez la page pour continuer.',
  noticeOffered: 'Le bot a proposé un humain',
  noticeDeclined: 'Le visiteur a décliné la proposition',
  noticeRequested: (by) => (by === 'bot' ? 'Le bot a demandé un humain' : 'Le visiteur a demandé un humain'),
  noticeContactLeft: (email) =>
    email ? `Le visiteur a laissé ses coordonnées : ${email}` : 'Le visiteur a laissé ses coordonnées',
  noticeRequeued: (name) => `${name} a remis la conversation en attente`,
  noticeTransferred: (from, name) => `${from} a transféré la conversation à ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} a repris la conversation`,
};

/** French, with `vous`. */
export const fr: Locale = { tag: 'fr', dir: 'ltr', visitorLabels, agentLabels };
