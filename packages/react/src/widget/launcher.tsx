import type { RefObject } from 'react';
import { ChatIcon, ChevronDownIcon } from '../avatar/icons.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';

/** Props of {@link Launcher}. */
export interface LauncherProps {
  isOpen: boolean;
  onToggle: () => void;
  /** Messages that the visitor has not seen; none shows no badge. */
  unreadCount?: number;
  /** The id of the panel that it opens. */
  panelId?: string | undefined;
  buttonRef?: RefObject<HTMLButtonElement | null> | undefined;
  labels?: Labels;
}

/** The round button that opens and closes the chat. */
export function Launcher({
  isOpen,
  onToggle,
  unreadCount = 0,
  panelId,
  buttonRef,
  labels = visitorLabels,
}: LauncherProps) {
  const hasBadge = unreadCount > 0 && !isOpen;
  return (
    <div className="baton-launcher-place">
      <button
        ref={buttonRef}
        type="button"
        className="baton-launcher"
        aria-label={isOpen ? labels.closeChat : labels.openChat}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => onToggle()}
      >
        {isOpen ? <ChevronDownIcon /> : <ChatIcon />}
      </button>
      {hasBadge && (
        <span className="baton-unread" role="status">
          <span aria-hidden="true">{unreadCount > 99 ? '99+' : unreadCount}</span>
          <span className="baton-hidden">{labels.unread(unreadCount)}</span>
        </span>
      )}
    </div>
  );
}
