import { ChatWidget, type LauncherProps, type Slots } from '@batonchat/react';

function HelpTab({ isOpen, onToggle, unreadCount = 0, panelId, buttonRef }: LauncherProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      className="help-tab"
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      onClick={onToggle}
    >
      Help{unreadCount > 0 ? ` (${unreadCount} new)` : ''}
    </button>
  );
}

// Outside the component: a part that is new with each render would lose its state with each render.
const slots: Partial<Slots> = {
  Launcher: HelpTab,
  EmptyState: ({ isLoading }) => <p>{isLoading ? 'One moment' : 'Ask us about your order.'}</p>,
};

export const Help = () => <ChatWidget relay="http://localhost:9099" slots={slots} />;
