import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { useKeepFocus } from './use-keep-focus.js';

/** Props of {@link ChatPanel}. */
export interface ChatPanelProps {
  children: ReactNode;
  /** Esc was pressed inside; not called while an input method is composing. Without it Esc does nothing. */
  onClose?: (() => void) | undefined;
  id?: string | undefined;
  /** `overlay` floats above the page and fills a phone's screen; `inline` fills the element it stands in. */
  placement?: 'overlay' | 'inline';
  labels?: Labels;
}

/** The frame of the conversation: a dialog that leaves the page usable. */
export function ChatPanel({
  children,
  onClose,
  id,
  placement = 'overlay',
  labels = visitorLabels,
}: ChatPanelProps) {
  const ownId = useId();
  const panel = useRef<HTMLDivElement>(null);
  useKeepFocus(panel);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented || !onClose) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      ref={panel}
      tabIndex={-1}
      id={id ?? ownId}
      className="baton-panel"
      data-placement={placement}
      role="dialog"
      aria-modal="false"
      aria-label={labels.chat}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
