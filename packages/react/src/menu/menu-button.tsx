import { useCallback, useRef, useState } from 'react';
import { MoreIcon } from '../avatar/icons.js';
import { onDemand, useOnDemand } from '../widget/on-demand.js';
import type { MenuProps } from './menu.js';

/** Props of {@link MenuButton}. */
export type MenuButtonProps = Omit<MenuProps, 'onClose'>;

const menu = onDemand(() => import('../widget/seldom-shown.js').then((module) => module.Menu));

/** What is seldom wanted, behind one button. The menu's code is fetched when it is first opened. */
export function MenuButton(props: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const Menu = useOnDemand(menu, isOpen);
  const close = useCallback((isLeft: boolean) => {
    setOpen(false);
    if (!isLeft) button.current?.focus();
  }, []);
  return (
    <div className="baton-menu-place">
      <button
        ref={button}
        type="button"
        className="baton-round baton-header-menu"
        aria-label={props.labels.menu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setOpen(true);
          if (event.key === 'Escape' && isOpen) {
            // It is still on its way: the panel, which would take the key too, stays.
            event.preventDefault();
            setOpen(false);
          }
        }}
      >
        <MoreIcon />
      </button>
      {Menu && <Menu {...props} onClose={close} />}
    </div>
  );
}
