import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** One line of a menu. With `isChecked` it is a switch. */
export interface MenuItem {
  label: string;
  isChecked?: boolean;
  isDisabled?: boolean;
  onSelect(): void;
}

/**
 * A button that opens a menu (APG menu button): the arrows, Home, End and Esc work, focus returns to the button,
 * a click elsewhere closes it.
 */
export function Menu(props: {
  label: string;
  className?: string;
  face: ReactNode;
  /** Asked for while the menu is open, and not before. */
  items(): readonly MenuItem[];
}) {
  const { label, className, face, items } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const choices = () => [
    ...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? []),
  ];

  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')?.focus();
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    };
    addEventListener('pointerdown', closeOutside);
    return () => removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      return setOpen(true);
    }
    if (event.key === 'Tab') return setOpen(false);
    const all = choices();
    const at = all.findIndex((each) => each.matches(':focus'));
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) all.at(to)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button and the menu inside it.
    <div className="console-menu" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        className={className ?? 'console-icon-button'}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div className="console-menu-list" role="menu" id={id} aria-label={label}>
          {items().map((item) => (
            <button
              key={item.label}
              type="button"
              {...(item.isChecked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemcheckbox', 'aria-checked': item.isChecked })}
              aria-disabled={item.isDisabled}
              tabIndex={-1}
              className="console-menu-item"
              onClick={() => {
                if (item.isDisabled) return;
                item.onSelect();
                if (item.isChecked === undefined) close();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
