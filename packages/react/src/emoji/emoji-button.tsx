import { type ComponentType, useRef, useState } from 'react';
import { Icon } from '../avatar/icons.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { onDemand, useOnDemand } from '../widget/on-demand.js';
import { emojiLabels } from './emoji-labels.js';
import type { EmojiPickerProps } from './emoji-picker.js';
import { insertText } from './insert-text.js';

/** Whether emoji can be picked: `auto` leaves it to the keyboard of a phone, which has its own. */
export type EmojiOffer = 'auto' | 'always' | 'never';

/** Props of {@link EmojiButton}. */
export interface EmojiButtonProps {
  offer?: EmojiOffer | undefined;
  /** Nothing can be written now. */
  isDisabled?: boolean;
  /** A picker of your own. */
  Picker?: ComponentType<EmojiPickerProps> | undefined;
  labels?: Labels;
}

const builtIn = onDemand(() => import('./emoji-picker.js').then((module) => module.EmojiPicker));

/**
 * Puts emoji into the text of the composer that it stands in, where the caret is. The picker is fetched when it is first
 * opened.
 */
export function EmojiButton({
  offer = 'auto',
  isDisabled = false,
  Picker: own,
  labels = visitorLabels,
}: EmojiButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { emoji: label = emojiLabels.emoji } = labels;
  const fetched = useOnDemand(builtIn, isOpen && !own);
  const Picker = isOpen && (own ?? fetched);

  if (offer === 'never' || (offer !== 'always' && matchMedia('(pointer: coarse)').matches)) return null;
  const close = (isLeft: boolean, emoji = '') => {
    setOpen(false);
    const input = button.current?.closest('.baton-composer')?.querySelector('textarea');
    if (input && !isLeft) insertText(input, emoji);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="baton-round baton-composer-tool"
        aria-label={label}
        aria-expanded={isOpen}
        disabled={isDisabled}
        // The picker goes when it is left: a press on the button must not open it again.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (isOpen ? close(false) : setOpen(true))}
      >
        <Icon>
          <path d="M3 12a9 9 0 1 1 18 0 9 9 0 0 1-18 0m5 2.5c2 2.7 6 2.7 8 0M9 9.5v.1m6-.1v.1" />
        </Icon>
      </button>
      {Picker && <Picker onPick={(emoji) => close(false, emoji)} onClose={close} label={label} />}
    </>
  );
}
