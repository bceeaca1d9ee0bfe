import { type ComponentType, useEffect, useState } from 'react';
import type { PartViewProps } from './part-view.js';
import { type PartsSetting, useParts } from './parts-provider.js';

type View = ComponentType<PartViewProps>;

let view: View | null = null;
const prepared = new WeakSet<() => Promise<unknown>>();

async function load(prepare: PartsSetting['prepare']): Promise<void> {
  const [module] = await Promise.all([import('./part-view.js'), prepare?.()]);
  if (prepare) prepared.add(prepare);
  view = module.PartView;
}

const isReady = (prepare: PartsSetting['prepare']) => view !== null && (!prepare || prepared.has(prepare));

/** The view of the parts that few messages have: null until its code is here, or with `isFailed` if it is not. */
export function usePartView(isNeeded: boolean): { PartView: View | null; isFailed: boolean } {
  const { prepare } = useParts();
  const [state, setState] = useState({ isFailed: false });
  const isWaiting = isNeeded && !isReady(prepare);
  useEffect(() => {
    if (!isWaiting) return;
    let isGone = false;
    load(prepare).then(
      () => !isGone && setState({ isFailed: false }),
      () => !isGone && setState({ isFailed: true }),
    );
    return () => {
      isGone = true;
    };
  }, [isWaiting, prepare]);
  return { PartView: isReady(prepare) ? view : null, isFailed: state.isFailed };
}
