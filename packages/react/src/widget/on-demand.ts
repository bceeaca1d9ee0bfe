import { type ComponentType, useEffect, useState } from 'react';
import { useParts } from '../parts/parts-provider.js';

/** What could not be fetched is asked for again after this. Milliseconds. */
const againMs = 3000;

/** Does the work at some time, unless what it returns is called before. */
type When = (work: () => void) => () => void;

const atOnce: When = (work) => {
  work();
  return () => undefined;
};

/** A component whose code is fetched when it is first to be shown. */
export interface OnDemand<Props> {
  load(): Promise<ComponentType<Props>>;
  when: When;
  /** The component, once it is here, by what had to be prepared for it. */
  here: WeakMap<object, ComponentType<Props>>;
}

/** A component that is not fetched yet. `load` gives it; with `afterPaint`, nothing on the screen waits for that. */
export const onDemand = <Props>(
  load: () => Promise<ComponentType<Props>>,
  when = atOnce,
): OnDemand<Props> => ({
  load,
  when,
  here: new WeakMap(),
});

/**
 * The component as soon as it and its styles are here; null while they are not, or not needed, and undefined from when
 * they could not be fetched until they are.
 */
export function useOnDemand<Props>(
  wanted: OnDemand<Props>,
  isNeeded: boolean,
): ComponentType<Props> | null | undefined {
  const { prepare } = useParts();
  const [outcome, setOutcome] = useState<boolean | null>(null);
  const component = wanted.here.get(prepare ?? wanted);
  const isMissing = isNeeded && !component;
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () =>
      void Promise.all([wanted.load(), prepare?.()]).then(
        ([loaded]) => {
          wanted.here.set(prepare ?? wanted, loaded);
          if (!isGone) setOutcome(true);
        },
        () => {
          if (isGone) return;
          setOutcome(false);
          timer = setTimeout(begin, againMs);
        },
      );
    const callOff = wanted.when(begin);
    return () => {
      callOff();
      isGone = true;
      clearTimeout(timer);
    };
  }, [wanted, isMissing, prepare]);
  return isNeeded && (component || outcome === false) ? component : null;
}
