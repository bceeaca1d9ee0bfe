export type { Answer, ChoiceAnswer, FormAnswer, RatingAnswer } from './answer.js';
export { asksForHuman } from './asks-for-human.js';
export {
  type AgentCommand,
  agentCommand,
  type BotCommand,
  type BotHandoff,
  type IssuedCommand,
  type Refusal,
  type RefusalCode,
  refusalCodes,
  type SystemCommand,
  type VisitorCommand,
  visitorCommand,
} from './command.js';
export { closeCodes, type DownFrame, type ErrorCode, type Receipt } from './down.js';
export {
  type DeskEvent,
  deskEvent,
  type EventDraft,
  type LogEvent,
  type Position,
  type SharedEvent,
  sharedEvent,
  type VerifiedIdentity,
  type VisitContext,
  verifiedIdentity,
} from './event.js';
export {
  applyEvent,
  applyEvents,
  type Conversation,
  type Entry,
  emptyConversation,
  entryOf,
  type Notice,
} from './fold.js';
export { type FormField, type FormPart, fieldKinds, type RatingPart } from './form.js';
export {
  type EndReason,
  endReasons,
  type HandoffReason,
  type HandoffStatus,
  handoffReasons,
  handoffStatuses,
} from './handoff.js';
export { type InboxRow, inboxRowOf } from './inbox.js';
export { limits, typingMs, typingRepeatMs } from './limits.js';
export { isOfDesk, type Log, logOf, logs } from './log.js';
export { type Decision, decide, takesContact } from './machine.js';
export { matchLanguage } from './match-language.js';
export { mayBeLeft } from './may-be-left.js';
export {
  type Agent,
  type AgentPart,
  type Author,
  agentParts,
  type Contact,
  contact,
  type Message,
  type Part,
} from './message.js';
export { isolated, nameInSentence, plainName } from './names.js';
export { noticeText } from './notice-text.js';
export type {
  Card,
  CardAction,
  CardPart,
  CarouselPart,
  ChoicesPart,
  FilePart,
  ImagePart,
  Picture,
  TextPart,
  UploadedFile,
} from './part.js';
export {
  type BotTurnKind,
  type Commit,
  type ConversationRecord,
  type Head,
  newRecord,
  type OutboxDraft,
  planCommit,
} from './plan.js';
export { previewOf, summarise, textOf, wordsOf } from './preview.js';
export { answerIn, type OpenQuestion, questionIn, questionsAfter } from './question.js';
export { claimGap, type QueuePlace, queuePlaces, type Waiting, waitingIn } from './queue.js';
export { type CollectContact, defaultHandoffSettings, type HandoffSettings } from './settings.js';
export type { ClientSignal, MessageDelta, Signal } from './signal.js';
export {
  type ConversationState,
  type DeskState,
  evolve,
  evolveDesk,
  type Handoff,
  initialDeskState,
  initialState,
  type Owner,
} from './state.js';
export { type TranscriptOptions, transcriptText } from './transcript-text.js';
export { type Hello, hello, type UpFrame, upFrame } from './up.js';
export { type StoredEvent, upcast } from './upcast.js';
export { protocolVersion } from './version.js';
export type { Words } from './words.js';
