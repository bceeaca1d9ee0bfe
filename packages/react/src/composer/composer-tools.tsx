import type { ComponentType } from 'react';
import { EmojiButton, type EmojiOffer } from '../emoji/emoji-button.js';
import type { EmojiPickerProps } from '../emoji/emoji-picker.js';
import type { Labels } from '../labels.js';
import { AttachFiles, type AttachFilesProps } from './attach-files.js';

/** Props of {@link ComposerTools}. */
export interface ComposerToolsProps extends Pick<AttachFilesProps, 'open' | 'onTray'> {
  emoji: EmojiOffer | undefined;
  EmojiPicker: ComponentType<EmojiPickerProps> | undefined;
  labels: Labels;
}

/** What stands in the visitor's box besides the text: the files, and the emoji. */
export const ComposerTools = ({ open, onTray, emoji, EmojiPicker, labels }: ComposerToolsProps) => (
  <>
    <AttachFiles open={open} onTray={onTray} labels={labels} />
    <EmojiButton offer={emoji} Picker={EmojiPicker} labels={labels} />
  </>
);
