export { canStartAfresh } from './can-start-afresh.js';
export { type ChatClient, type ChatClientOptions, createChatClient } from './chat-client.js';
export type { Clock } from './clock.js';
export type { TextRefusal } from './conversation/text-check.js';
export { createDeskClient, type DeskClient, type DeskClientOptions } from './desk-client.js';
export { factLimits } from './fact-limits.js';
export type { Attachment } from './files/attachment.js';
export type { ChatFiles } from './files/chat-files.js';
export {
  type FileRefusalReason,
  type FileTerms,
  type FileTransport,
  UploadRefused,
  type UploadRequest,
} from './files/file-transport.js';
export type { Files, FilesState } from './files/files.js';
export type { PendingFile } from './files/pending-file.js';
export { createMemoryRelay, type MemoryRelay, type MemoryRelayOptions } from './memory-relay/memory-relay.js';
export type { ScriptedBot, ScriptedBotOutput } from './memory-relay/scripted-bot.js';
export type { GetToken } from './persona.js';
export type { ReadonlyStore } from './readonly-store.js';
export type { Delivery, MessageRow, NoticeRow, Row, Viewer } from './rows/row.js';
export { type RowSource, rowsOf } from './rows/rows.js';
export { canRequestHandoff, handoffOf, isWaiting, queuePlaceOf, unreadCount } from './selectors.js';
export type {
  ChatState,
  ConnectionReason,
  ConnectionState,
  DeskClientState,
  DeskConversation,
  Draft,
  FollowedConversation,
  OutboxItem,
  OutboxRefusal,
  TabRole,
} from './state.js';
export { type ChatStorage, memoryStorage, type OutboxStorage } from './storage/storage.js';
export { browserPlace, type TabsChannel, type TabsPlace } from './tabs/place.js';
export type {
  TranscriptStatus,
  TranscriptTransport,
  TranscriptWish,
} from './transcripts/transcript-transport.js';
export type { SentTranscript, Transcripts } from './transcripts/transcripts.js';
export type { Transport, TransportClose, TransportConnection, TransportHandlers } from './transport.js';
export { RelayBusy, TokenRefused } from './transport.js';
export type { VisitByPage } from './visit.js';
export {
  type AgentTransportOptions,
  agentTransport,
  type VisitorTransportOptions,
  visitorTransport,
  type WebSocketClass,
} from './websocket/websocket-transport.js';
