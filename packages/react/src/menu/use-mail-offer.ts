import type { ChatClient } from '@batonchat/core';
import { useEffect, useState } from 'react';

/** Whether the relay mails transcripts; null for as long as it is asked, a second at the most. */
export function useMailOffer(client: ChatClient): boolean | null {
  const [isOffered, setIsOffered] = useState<boolean | null>(null);
  useEffect(() => {
    let isGone = false;
    void client
      .transcripts()
      .then((transcripts) => transcripts.isOffered())
      .catch(() => false)
      .then((offered) => isGone || setIsOffered(offered));
    return () => {
      isGone = true;
    };
  }, [client]);
  return isOffered;
}
