import { useLayoutEffect, useRef } from 'react';

/** A text processor copies a picture of its text beside the text: then the text is meant. */
const isText = ({ types }: DataTransfer) => types.includes('text/html') && types.includes('text/plain');
const hasFiles = (data: DataTransfer | null): data is DataTransfer => data?.types.includes('Files') === true;

/** Takes files that are pasted into a composer, or dropped on what is around it; that is marked while some are above it. */
export function useIncomingFiles(
  composer: Element | null,
  dropWithin: string,
  dropLabel: string,
  onFiles: (files: readonly File[]) => void,
): void {
  const latest = useRef(onFiles);
  useLayoutEffect(() => {
    latest.current = onFiles;
  });
  useLayoutEffect(() => {
    const place = composer?.closest<HTMLElement>(dropWithin) ?? (composer as HTMLElement | null);
    if (!composer || !place) return;
    const listening = new AbortController();
    const { signal } = listening;
    let depth = 0;
    const mark = (next: number) => {
      depth = Math.max(0, next);
      if (depth > 0) place.dataset['drop'] = dropLabel;
      else delete place.dataset['drop'];
    };
    /** What the page around must not take as its own: a file that is dropped elsewhere is opened in its place. */
    const on = (type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', take: (data: DataTransfer) => void) =>
      place.addEventListener(
        type,
        (event) => {
          if (!hasFiles(event.dataTransfer)) return;
          event.preventDefault();
          take(event.dataTransfer);
        },
        { signal },
      );
    on('dragenter', () => mark(depth + 1));
    on('dragleave', () => mark(depth - 1));
    on('dragover', (data) => {
      data.dropEffect = 'copy';
    });
    on('drop', ({ files }) => {
      mark(0);
      latest.current([...files]);
    });
    composer.addEventListener(
      'paste',
      (event) => {
        const { clipboardData } = event as ClipboardEvent;
        if (!clipboardData?.files.length || isText(clipboardData)) return;
        event.preventDefault();
        latest.current([...clipboardData.files]);
      },
      { signal },
    );
    return () => {
      listening.abort();
      mark(0);
    };
  }, [composer, dropWithin, dropLabel]);
}
