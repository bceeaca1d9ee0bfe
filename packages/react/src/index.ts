'use client';

export { createTone, type Tone, type ToneOptions } from './alerts/tone.js';
export { useTitleBadge } from './alerts/use-title-badge.js';
export { Avatar, type AvatarProps } from './avatar/avatar.js';
export { ChatProvider, type ChatProviderProps, useChatClient } from './client/chat-provider.js';
export { useChat, useRows } from './client/use-chat.js';
export { AttachFiles, type AttachFilesProps } from './composer/attach-files.js';
export { Composer, type ComposerProps } from './composer/composer.js';
export { TalkToHumanButton, type TalkToHumanButtonProps } from './composer/talk-to-human-button.js';
export { type ComposerState, type ComposerTray, useComposer } from './composer/use-composer.js';
export { EmojiButton, type EmojiButtonProps, type EmojiOffer } from './emoji/emoji-button.js';
export type { EmojiPickerProps } from './emoji/emoji-picker.js';
export { visitorLabels } from './english.js';
export { agentLabels } from './english-for-agents.js';
export { ContactForm, type ContactFormProps } from './handoff/contact-form.js';
export { HandoffBanner, type HandoffBannerProps } from './handoff/handoff-banner.js';
export type { Labels } from './labels.js';
export { loadLocale, localeTags, matchLocale } from './language/load-locale.js';
export type { Locale, LocaleTag } from './language/locale.js';
export { Markdown, type MarkdownProps } from './markdown/markdown.js';
export { plainWords } from './markdown/plain-words.js';
export { Announcer, type AnnouncerProps } from './message-list/announcer.js';
export { MessageBubble, type MessageBubbleProps } from './message-list/message-bubble.js';
export { MessageList, type MessageListProps } from './message-list/message-list.js';
export type { RowRenderers } from './message-list/message-list-row.js';
export { type OfferActions, SystemNotice, type SystemNoticeProps } from './message-list/system-notice.js';
export { TypingIndicator, type TypingIndicatorProps } from './message-list/typing-indicator.js';
export { Cards, type CardsProps } from './parts/carousel.js';
export { Choices, type ChoicesProps, type ChoosingProps } from './parts/choices.js';
export { type AllLabels, partLabels, withPartLabels } from './parts/english-parts.js';
export { FileAttachment, type FileAttachmentProps } from './parts/file-attachment.js';
export { Form, type FormProps } from './parts/form.js';
export { MessageParts, type MessagePartsProps } from './parts/message-parts.js';
export type { PartLabels } from './parts/part-labels.js';
export {
  type PartSlots,
  PartsProvider,
  type PartsProviderProps,
  type PartsSetting,
} from './parts/parts-provider.js';
export { Picture, type PictureProps } from './parts/picture.js';
export { Rating, type RatingProps } from './parts/rating.js';
export { ChatPanel, type ChatPanelProps } from './widget/chat-panel.js';
export { ChatWidget, type ChatWidgetProps } from './widget/chat-widget.js';
export { ConnectionNotice, type ConnectionNoticeProps } from './widget/connection-notice.js';
export { ConversationView, type ConversationViewProps } from './widget/conversation-view.js';
export { EmptyState, type EmptyStateProps } from './widget/empty-state.js';
export { Launcher, type LauncherProps } from './widget/launcher.js';
export { PanelHeader, type PanelHeaderProps } from './widget/panel-header.js';
export type { Slots } from './widget/slots.js';
