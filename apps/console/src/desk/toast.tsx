import { useEffect } from 'react';
import { useDesk } from './desk-context.js';

/** A short message about something that was just done, with a way to take it back where there is one. */
export interface ToastMessage {
  text: string;
  /** When it goes away by itself, by the desk's clock. */
  until: number;
  action?: { label: string; run(): void };
}

/** Says politely what was done. The region stays in the page, so that screen readers notice what comes. */
export function Toast({ message, onGone }: { message: ToastMessage | null; onGone(): void }) {
  const { clock } = useDesk();
  useEffect(() => {
    if (!message) return;
    return clock.onTick(() => {
      if (clock.now() >= message.until) onGone();
    });
  }, [clock, message, onGone]);

  return (
    <div className="console-toasts" role="status">
      {message && (
        <div className="console-toast">
          <span dir="auto">{message.text}</span>
          {message.action && (
            <button
              type="button"
              className="console-toast-action"
              onClick={() => {
                message.action?.run();
                onGone();
              }}
            >
              {message.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
