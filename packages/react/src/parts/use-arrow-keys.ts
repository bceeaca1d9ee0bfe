import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** One tab stop for a group of controls: arrows, Home and End lead from one to the next. */
export interface ArrowKeys {
  /** The control that Tab leads to. */
  current: number;
  /** Props of the group. */
  group: {
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onFocus(event: FocusEvent<HTMLElement>): void;
  };
}

/** `selector` finds the controls of the group, in the order in which they stand. */
export function useArrowKeys(selector: string): ArrowKeys {
  const [current, setCurrent] = useState(0);
  const controlsIn = (group: HTMLElement) => [...group.querySelectorAll<HTMLElement>(selector)];
  return {
    current,
    group: {
      onFocus({ currentTarget, target }) {
        const index = controlsIn(currentTarget).indexOf(target as HTMLElement);
        if (index >= 0) setCurrent(index);
      },
      onKeyDown(event) {
        const controls = controlsIn(event.currentTarget);
        const at = controls.indexOf(event.target as HTMLElement);
        if (at < 0) return;
        const isRightToLeft = event.currentTarget.matches(':dir(rtl)');
        const to = {
          ArrowDown: at + 1,
          ArrowUp: at - 1,
          ArrowRight: isRightToLeft ? at - 1 : at + 1,
          ArrowLeft: isRightToLeft ? at + 1 : at - 1,
          Home: 0,
          End: controls.length - 1,
        }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        controls.at(to % controls.length)?.focus();
      },
    },
  };
}
