import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { inOrder } from '../markdown/in-order.js';
import { columns, groups } from './glyphs.js';

/** Props of {@link EmojiPicker}. */
export interface EmojiPickerProps {
  /** Takes what was picked, and closes. */
  onPick: (emoji: string) => void;
  /** The picker is to go; `isLeft` where the focus is elsewhere already. */
  onClose: (isLeft: boolean) => void;
  /** What it is called. */
  label: string;
}

/**
 * The browser's own emoji in groups, walked by arrow keys, Home and End. A screen reader calls each by the name that it
 * has for it in its own language, and a group by its first.
 */
export function EmojiPicker({ onPick, onClose, label }: EmojiPickerProps) {
  const picker = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    picker.current?.querySelector('button')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { currentTarget, key } = event;
    const all = [...currentTarget.querySelectorAll('button')];
    const at = all.indexOf(event.target as HTMLButtonElement);
    const forth = currentTarget.matches(':dir(rtl)') ? -1 : 1;
    const begin = at - (at % columns);
    const to = {
      ArrowRight: at + forth,
      ArrowLeft: at - forth,
      ArrowDown: at + columns,
      ArrowUp: at - columns,
      Home: begin,
      End: begin + columns - 1,
      Escape: at,
    }[key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') onClose(false);
    else all[to]?.focus();
  };

  return (
    <fieldset
      ref={picker}
      aria-label={label}
      className="baton-menu baton-emojis"
      onKeyDown={onKeyDown}
      // Safari takes the focus from a button that is pressed, and with it the picker.
      onMouseDown={(event) => event.preventDefault()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) onClose(true);
      }}
    >
      {inOrder(groups, (glyphs) => (
        <fieldset className="baton-menu-group" aria-label={glyphs[0]}>
          {inOrder(glyphs, (glyph) => (
            <button type="button" tabIndex={-1} className="baton-menu-item" onClick={() => onPick(glyph)}>
              {glyph}
            </button>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
