export type {
  ChatState,
  ConnectionReason,
  ConnectionState,
  DeskClientState,
  DeskConversation,
  Draft,
  OutboxItem,
} from './state.js';
export type { Transport, TransportClose, TransportConnection, TransportHandlers } from './transport.js';
