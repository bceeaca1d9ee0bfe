import { useSyncExternalStore } from 'react';

const onVisibilityChange = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};
const isPageVisible = () => document.visibilityState === 'visible';

/** True while the page can be seen; false on a server. */
export const usePageVisible = (): boolean =>
  useSyncExternalStore(onVisibilityChange, isPageVisible, () => false);
