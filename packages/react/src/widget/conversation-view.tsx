import { type ChatClient, type ChatState, canRequestHandoff, handoffOf, isWaiting } from '@batonchat/core';
import type { Author } from '@batonchat/protocol';
import { memo, type ReactNode, type RefObject, useMemo } from 'react';
import { afterPaint } from '../client/after-paint.js';
import { useChat, useRows } from '../client/use-chat.js';
import { useShownConnection } from '../client/use-shown-connection.js';
import { Composer } from '../composer/composer.js';
import { TalkToHumanButton } from '../composer/talk-to-human-button.js';
import type { ComposerState } from '../composer/use-composer.js';
import type { EmojiOffer } from '../emoji/emoji-button.js';
import { contactStageOf } from '../handoff/contact-stage.js';
import type { Labels } from '../labels.js';
import type { LanguageChoice } from '../menu/menu.js';
import { MenuButton } from '../menu/menu-button.js';
import { Announcer } from '../message-list/announcer.js';
import { MessageList } from '../message-list/message-list.js';
import type { RowRenderers } from '../message-list/message-list-row.js';
import { TypingIndicator } from '../message-list/typing-indicator.js';
import { PartsProvider } from '../parts/parts-provider.js';
import { ConnectionNotice } from './connection-notice.js';
import { EmptyState } from './empty-state.js';
import { onDemand, useOnDemand } from './on-demand.js';
import { PanelHeader } from './panel-header.js';
import type { Slots } from './slots.js';

/** Props of {@link ConversationView}. */
export interface ConversationViewProps {
  client: ChatClient;
  composer: ComposerState;
  labels: Labels;
  slots: Partial<Slots>;
  title?: string | undefined;
  emoji?: EmojiOffer | undefined;
  inputRef?: RefObject<HTMLTextAreaElement | null> | undefined;
  isMuted?: boolean;
  /** Turns the sound of what arrives off and on. Left out where there is none. */
  onMutedChange?: ((isMuted: boolean) => void) | undefined;
  /** Left out where there is one language. */
  languages?: LanguageChoice | undefined;
}

const handoffStage = onDemand(() => import('./seldom-shown.js').then((module) => module.HandoffStage));

const composerTools = onDemand(
  () => import('../parts/part-view.js').then((module) => module.ComposerTools),
  afterPaint,
);

const storageNotices = onDemand(
  () => import('./seldom-shown.js').then((module) => module.StorageNotices),
  afterPaint,
);

/** Known while there is a connection to fetch the notices by. */
const mayTellOfStorage = (state: ChatState) => state.isHistoryReplaced || state.outboxStorage === 'memory';
const connectionOf = (state: ChatState) => state.connection;
/** From when a human is asked for, though the stage is shown once the relay has answered: until then it is fetched. */
const hasStage = (state: ChatState) =>
  isWaiting(state) || contactStageOf(state) !== null || handoffOf(state)?.status === 'pending';
const isConnectedOf = (state: ChatState) => state.connection.status === 'connected';
const typingOf = (state: ChatState) => state.typing;
const isLoadingOlderOf = (state: ChatState) => state.isLoadingOlder;
const isLoadedOf = (state: ChatState) => state.conversation !== null;
const hasOlderOf = (state: ChatState) => state.conversation?.hasOlder ?? false;
const isOfferedOf = (state: ChatState) =>
  handoffOf(state)?.status === 'offered' &&
  canRequestHandoff(state) &&
  !state.outbox.some(({ command, status }) => command.type === 'decline-offer' && status === 'sending');

/** The bot as it speaks, or as it last spoke, in JSON: each of its messages brings it anew, and it is the same. */
const botOf = ({ conversation, drafts }: ChatState): string => {
  const last = conversation?.entries.findLast(
    (entry) => entry.kind === 'message' && entry.message.author.kind === 'bot',
  );
  return JSON.stringify(drafts[0]?.author ?? (last?.kind === 'message' ? last.message.author : null));
};

/** A visitor's whole conversation, wired to a client: what stands inside the panel. */
export const ConversationView: (props: ConversationViewProps) => ReactNode = memo(function ConversationView({
  composer,
  emoji,
  inputRef,
  ...rest
}: ConversationViewProps) {
  const { client, labels, slots } = rest;
  const Stage = useOnDemand(handoffStage, useChat(client, hasStage));
  const stage = { client, labels, slots };
  return (
    <>
      <ConversationHead {...rest} />
      <ConversationNotices {...stage} />
      {Stage && <Stage {...stage} place="above" />}
      <ConversationLog {...stage} onDiscard={composer.takeBack} />
      {Stage && <Stage {...stage} place="below" />}
      <ConversationFoot {...stage} composer={composer} emoji={emoji} inputRef={inputRef} />
    </>
  );
});

/** It sleeps while messages come and while the visitor types. */
const ConversationHead = memo(function ConversationHead({
  slots,
  title,
  isMuted = false,
  ...rest
}: Omit<ConversationViewProps, 'composer' | 'emoji' | 'inputRef'>) {
  const { client, labels } = rest;
  const handoff = useChat(client, handoffOf);
  const { status } = useShownConnection(useChat(client, connectionOf));
  const bot: Author | null = JSON.parse(useChat(client, botOf));
  const waits = useChat(client, isWaiting);
  const Header = slots.PanelHeader ?? PanelHeader;
  return (
    <Header
      handoff={handoff}
      isWaiting={waits}
      bot={bot}
      title={title}
      onEndHandoff={client.endHandoff}
      connectionStatus={status}
      menu={<MenuButton {...rest} isMuted={isMuted} />}
      labels={labels}
    />
  );
});

/** A connection that comes or goes wakes neither the box nor the log. */
const ConversationNotices = memo(function ConversationNotices({
  client,
  labels,
  slots,
}: Pick<ConversationViewProps, 'client' | 'labels' | 'slots'>) {
  const connection = useChat(client, connectionOf);
  const Connection = slots.ConnectionNotice ?? ConnectionNotice;
  const Notices = useOnDemand(storageNotices, useChat(client, mayTellOfStorage));
  return (
    <>
      <Connection connection={connection} onReconnect={client.reconnect} labels={labels} />
      {Notices && <Notices client={client} labels={labels} />}
    </>
  );
});

function ConversationFoot({
  client,
  composer,
  emoji,
  inputRef,
  labels,
  slots,
}: Pick<ConversationViewProps, 'client' | 'composer' | 'emoji' | 'inputRef' | 'labels' | 'slots'>) {
  const canRequest = useChat(client, canRequestHandoff);
  const Talk = slots.TalkToHumanButton ?? TalkToHumanButton;
  const Input = slots.Composer ?? Composer;
  const { EmojiPicker } = slots;
  const { setTray } = composer;
  const Tools = useOnDemand(composerTools, useChat(client, isLoadedOf));
  const attach = useMemo(
    () =>
      Tools && (
        <Tools open={client.files} onTray={setTray} emoji={emoji} EmojiPicker={EmojiPicker} labels={labels} />
      ),
    [Tools, client, setTray, emoji, EmojiPicker, labels],
  );
  return (
    <div className="baton-panel-foot">
      <Talk onRequest={client.requestHandoff} isHidden={!canRequest} labels={labels} />
      <Input
        text={composer.text}
        onTextChange={composer.setText}
        onSend={composer.send}
        onTyping={client.setTyping}
        problem={composer.isOutboxFull ? labels.outboxFull : null}
        labels={labels}
        inputRef={inputRef}
        attach={attach}
        hasFiles={composer.tray?.hasFiles}
      />
    </div>
  );
}

interface ConversationLogProps extends Pick<ConversationViewProps, 'client' | 'labels' | 'slots'> {
  onDiscard(commandId: string): void;
}

/** The log wakes with each word; the rest of the panel does not, nor does the log with each key that is pressed. */
const ConversationLog = memo(function ConversationLog({
  client,
  onDiscard,
  labels,
  slots,
}: ConversationLogProps) {
  const rows = useRows(client);
  const typing = useChat(client, typingOf);
  const isConnected = useChat(client, isConnectedOf);
  const isLoaded = useChat(client, isLoadedOf);
  const hasOlder = useChat(client, hasOlderOf);
  const isLoadingOlder = useChat(client, isLoadingOlderOf);
  const isOffered = useChat(client, isOfferedOf);
  const offer = useMemo(
    () => (isOffered ? { onAccept: client.acceptOffer, onDecline: client.declineOffer } : null),
    [isOffered, client],
  );
  const { MessageBubble: Message, SystemNotice: Notice } = slots;
  const renderers = useMemo(() => ({ Message, Notice }) as Partial<RowRenderers>, [Message, Notice]);
  const Empty = slots.EmptyState ?? EmptyState;
  const Typing = slots.TypingIndicator ?? TypingIndicator;
  return (
    <PartsProvider onAnswer={client.answer} fileUrl={client.fileUrl} slots={slots}>
      <MessageList
        rows={rows}
        viewer="visitor"
        labels={labels}
        hasOlder={hasOlder}
        isLoadingOlder={isLoadingOlder}
        onLoadOlder={isConnected ? client.loadOlder : undefined}
        // Asked for once, with the first rows: what is read from then on wakes nothing here.
        readSeq={client.store.getState().readSeq}
        onRead={client.markRead}
        offer={offer}
        onRetry={client.retry}
        onDiscard={onDiscard}
        renderers={renderers}
        empty={<Empty isLoading={!isLoaded || typing.length > 0} labels={labels} />}
        footer={<Typing authors={typing} labels={labels} />}
      />
      {isLoaded && <Announcer rows={rows} viewer="visitor" labels={labels} />}
    </PartsProvider>
  );
});
