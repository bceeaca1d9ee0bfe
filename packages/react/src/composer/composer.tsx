import { limits } from '@batonchat/protocol';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react';
import { SendIcon } from '../avatar/icons.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';

/** Props of {@link Composer}. */
export interface ComposerProps {
  /** What stands in the box. Kept by the caller, so that a draft outlives the composer. */
  text: string;
  onTextChange: (text: string) => void;
  /** Takes the text, without blanks around it. False means that it was not taken: it stays in the box. */
  onSend: (text: string) => boolean;
  /** With each key press, and false when the box is left or emptied. */
  onTyping?: ((isTyping: boolean) => void) | undefined;
  /** The box's name; defaults to `labels.message`. */
  label?: string | undefined;
  placeholder?: string | undefined;
  /** In UTF-16 code units. A longer text is refused and kept. */
  maxCharacters?: number;
  /** Nothing can be written now. */
  isDisabled?: boolean;
  /** Why the last text was not taken, in a sentence. */
  problem?: string | null;
  labels?: Labels;
  inputRef?: RefObject<HTMLTextAreaElement | null> | undefined;
  /** Stands in the box, behind the text, which so stays where it is when this comes later: `AttachFiles`. */
  attach?: ReactNode;
  /** There are files to send: the text may be left out. */
  hasFiles?: boolean | undefined;
}

/** Nearer to the limit than this, the composer counts. */
const countsFrom = 0.9;

/**
 * The box that messages are written in. Enter sends and Shift+Enter breaks the line; Enter that ends an input
 * method's word does neither. It grows with the text, up to a third of the screen.
 */
export function Composer({
  text,
  onTextChange,
  onSend,
  onTyping,
  label,
  placeholder,
  maxCharacters = limits.messageCharacters,
  isDisabled = false,
  problem = null,
  labels = visitorLabels,
  inputRef,
  attach,
  hasFiles,
}: ComposerProps) {
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const input = inputRef ?? ownRef;
  const hintId = useId();
  useAutoGrow(input, text);

  const trimmed = text.trim();
  const overBy = trimmed.length - maxCharacters;
  const isCounted = trimmed.length > maxCharacters * countsFrom;
  const canSend = (trimmed !== '' || hasFiles) && overBy <= 0 && !isDisabled;
  const hint = overBy > 0 ? labels.tooLong(overBy) : problem;

  const send = () => {
    if (canSend && onSend(trimmed)) {
      onTextChange('');
      onTyping?.(false);
    }
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Safari ends the composition before this event; 229 is the only sign that the key was the input method's.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="baton-composer"
      data-invalid={overBy > 0}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="baton-composer-box">
        <textarea
          ref={input}
          className="baton-composer-input"
          dir="auto"
          rows={1}
          value={text}
          disabled={isDisabled}
          aria-label={label ?? labels.message}
          aria-invalid={overBy > 0}
          aria-describedby={hint ? hintId : undefined}
          placeholder={placeholder ?? labels.messagePlaceholder}
          enterKeyHint="send"
          autoComplete="off"
          onKeyDown={onKeyDown}
          onBlur={() => onTyping?.(false)}
          onChange={(event) => {
            const next = event.currentTarget.value;
            onTextChange(next);
            onTyping?.(next.trim() !== '');
          }}
        />
        {attach}
        <button
          type="submit"
          className="baton-round baton-send"
          aria-label={labels.send}
          aria-disabled={!canSend}
        >
          <SendIcon />
        </button>
      </div>
      <div className="baton-composer-hint" id={hintId} role="status">
        {hint && <span className="baton-composer-problem">{hint}</span>}
        {isCounted && overBy <= 0 && <span>{labels.charactersLeft(-overBy)}</span>}
      </div>
    </form>
  );
}

function useAutoGrow(input: RefObject<HTMLTextAreaElement | null>, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what gives the box its height
  useLayoutEffect(() => {
    const element = input.current;
    // By `field-sizing` the browser does the same in its own time: measuring lays the page out with each key.
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [input, text]);
}
