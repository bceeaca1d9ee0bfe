import { useCallback, useEffect, useState } from 'react';
import { safeHref } from '../markdown/safe-href.js';
import { useParts } from './parts-provider.js';

/** Where a file lies: null while that is not known, `isFailed` where it can't be. */
export interface FileAddress {
  url: string | null;
  isFailed: boolean;
  /** Asks again: an address holds for a while only. */
  renew(): void;
}

/** The address of a file that the relay keeps, or of a picture that lies elsewhere. */
export function useFileUrl({
  fileId,
  url,
}: {
  fileId?: string | undefined;
  url?: string | undefined;
}): FileAddress {
  const { fileUrl } = useParts();
  const [found, setFound] = useState<{ url: string | null; isFailed: boolean }>({
    url: null,
    isFailed: false,
  });
  const [asked, setAsked] = useState(0);
  const elsewhere = url === undefined ? null : safeHref(url);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` grows to ask again
  useEffect(() => {
    if (fileId === undefined) return;
    let isGone = false;
    const tell = (address: string | null) => isGone || setFound({ url: address, isFailed: address === null });
    if (fileUrl) fileUrl(fileId).then(tell, () => tell(null));
    else tell(null);
    return () => {
      isGone = true;
    };
  }, [fileId, fileUrl, asked]);
  const renew = useCallback(() => setAsked((count) => count + 1), []);
  return fileId === undefined ? { url: elsewhere, isFailed: elsewhere === null, renew } : { ...found, renew };
}
