import type { ChatClient } from '@batonchat/core';
import { useEffect, useState } from 'react';

/** What the menu has to ask for before it knows what it offers. */
export interface Offers {
  /** The relay mails transcripts. */
  isMailed: boolean;
  /** Files wait in the composer for a message of this conversation. */
  hasFiles: boolean;
}

/** Null for as long as it is asked, a second at the most. */
export function useOffers(client: ChatClient): Offers | null {
  const [offers, setOffers] = useState<Offers | null>(null);
  useEffect(() => {
    let isGone = false;
    void Promise.all(
      [
        client.transcripts().then((transcripts) => transcripts.isOffered()),
        client.files().then(({ store }) => store.getState().attachments.length > 0),
      ].map((each) => each.catch(() => false)),
    ).then(([isMailed = false, hasFiles = false]) => {
      if (!isGone) setOffers({ isMailed, hasFiles });
    });
    return () => {
      isGone = true;
    };
  }, [client]);
  return offers;
}
