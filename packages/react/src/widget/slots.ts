import type { ComponentType } from 'react';
import type { ComposerProps } from '../composer/composer.js';
import type { TalkToHumanButtonProps } from '../composer/talk-to-human-button.js';
import type { EmojiPickerProps } from '../emoji/emoji-picker.js';
import type { ContactFormProps } from '../handoff/contact-form.js';
import type { HandoffBannerProps } from '../handoff/handoff-banner.js';
import type { MessageBubbleProps } from '../message-list/message-bubble.js';
import type { SystemNoticeProps } from '../message-list/system-notice.js';
import type { TypingIndicatorProps } from '../message-list/typing-indicator.js';
import type { PartSlots } from '../parts/parts-provider.js';
import type { ConnectionNoticeProps } from './connection-notice.js';
import type { EmptyStateProps } from './empty-state.js';
import type { LauncherProps } from './launcher.js';
import type { PanelHeaderProps } from './panel-header.js';

/** The parts of the widget that can be replaced; each gets the props of the part that it replaces. */
export interface Slots extends PartSlots {
  Launcher: ComponentType<LauncherProps>;
  PanelHeader: ComponentType<PanelHeaderProps>;
  ConnectionNotice: ComponentType<ConnectionNoticeProps>;
  HandoffBanner: ComponentType<HandoffBannerProps>;
  MessageBubble: ComponentType<MessageBubbleProps>;
  SystemNotice: ComponentType<SystemNoticeProps>;
  TypingIndicator: ComponentType<TypingIndicatorProps>;
  EmptyState: ComponentType<EmptyStateProps>;
  ContactForm: ComponentType<ContactFormProps>;
  TalkToHumanButton: ComponentType<TalkToHumanButtonProps>;
  Composer: ComponentType<ComposerProps>;
  EmojiPicker: ComponentType<EmojiPickerProps>;
}
