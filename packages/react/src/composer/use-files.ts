import type { Files, FilesState } from '@batonchat/core';
import { useEffect, useState, useSyncExternalStore } from 'react';

const nothing: FilesState = { terms: null, attachments: [], isTooMany: false };
const none = { getState: () => nothing, getInitialState: () => nothing, subscribe: () => () => undefined };
/** What could not be fetched is asked for again after this. Milliseconds. */
const againMs = 3000;

/** The files as soon as their code is here, and what else is to be there first; null until then. */
export function useFiles(
  open: () => Promise<Files>,
  prepare: (() => Promise<unknown>) | undefined,
): { files: Files | null; state: FilesState } {
  const [files, setFiles] = useState<Files | null>(null);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () =>
      void Promise.all([open(), prepare?.()]).then(
        ([opened]) => isGone || setFiles(opened),
        () => {
          if (!isGone) timer = setTimeout(begin, againMs);
        },
      );
    begin();
    return () => {
      isGone = true;
      clearTimeout(timer);
      setFiles(null);
    };
  }, [open, prepare]);
  const store = files?.store ?? none;
  return { files, state: useSyncExternalStore(store.subscribe, store.getState, store.getInitialState) };
}
