import { type ComponentType, useEffect, useState } from 'react';

/** What could not be fetched is asked for again after this. Milliseconds. */
const againMs = 3000;

/** A component whose code is fetched when it is first to be shown. */
export interface OnDemand<Props> {
  load(): Promise<ComponentType<Props>>;
  /** Set once it is here. */
  component: ComponentType<Props> | null;
}

/** A component that is not fetched yet. `load` gives it. */
export const onDemand = <Props>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> => ({
  load,
  component: null,
});

/** The component as soon as it is here; null while it is not, or not needed. */
export function useOnDemand<Props>(wanted: OnDemand<Props>, isNeeded: boolean): ComponentType<Props> | null {
  const [, setIsHere] = useState(false);
  const isMissing = isNeeded && wanted.component === null;
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () =>
      void wanted.load().then(
        (component) => {
          wanted.component = component;
          if (!isGone) setIsHere(true);
        },
        () => {
          if (!isGone) timer = setTimeout(begin, againMs);
        },
      );
    begin();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [wanted, isMissing]);
  return isNeeded ? wanted.component : null;
}
