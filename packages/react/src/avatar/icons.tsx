import type { ReactNode } from 'react';

/** The outline every icon is drawn with; decorative, so the control around it carries the name. */
export function Icon({ children, className = 'baton-icon' }: { children: ReactNode; className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** As the script tag's button draws it before any of this is loaded, so that nothing blinks when it is. */
export const ChatIcon = () => (
  <Icon>
    <path
      d="M12 1.1a10.9 10.9 0 0 1 0 21.8H4.1a3 3 0 0 1-3-3V12A10.9 10.9 0 0 1 12 1.1Z"
      fill="currentColor"
      stroke="none"
    />
  </Icon>
);
export const ChevronDownIcon = () => (
  <Icon>
    <path d="m6 9.5 6 6 6-6" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M12 19V5.5M6 11l6-6 6 6" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="3.75" />
    <path d="M4.75 20c.6-3.6 3.5-5.75 7.25-5.75s6.65 2.15 7.25 5.75" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m5.5 12.5 4.25 4.25 8.75-9.5" />
  </Icon>
);
export const DoubleCheckIcon = () => (
  <Icon>
    <path d="m2.5 12.5 4.25 4.25 8.25-9.5M11.5 16.75l.5.25 9-9.75" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.25" />
    <path d="M12 7.5V12l3 2" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
  </Icon>
);
export const BotIcon = () => (
  <Icon>
    <rect x="4.5" y="8" width="15" height="11" rx="4" />
    <path d="M12 8V4.75M9 13v.75M15 13v.75" />
    <circle cx="12" cy="4" r="1" />
  </Icon>
);
