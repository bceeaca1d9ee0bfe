import { type ComponentType, useEffect, useState } from 'react';
import type { PartViewProps } from './part-view.js';
import { useParts } from './parts-provider.js';

type View = ComponentType<PartViewProps>;

/** Kept by what had to be prepared for it. */
const views = new WeakMap<() => Promise<unknown>, View>();
const nothing = () => Promise.resolve();

/** The view of the parts that few messages have: undefined until its code is here, with `isFailed` if it is not. */
export function usePartView(): { PartView: View | undefined; isFailed: boolean } {
  const { prepare = nothing } = useParts();
  const [outcome, setOutcome] = useState('');
  const PartView = views.get(prepare);
  useEffect(() => {
    if (PartView) return;
    Promise.all([import('./part-view.js'), prepare()]).then(
      ([loaded]) => {
        views.set(prepare, loaded.PartView);
        setOutcome('shown');
      },
      () => setOutcome('failed'),
    );
  }, [PartView, prepare]);
  return { PartView, isFailed: outcome === 'failed' };
}
