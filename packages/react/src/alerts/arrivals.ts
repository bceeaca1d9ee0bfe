import { type ChatClient, type ChatState, unreadCount } from '@batonchat/core';
import { memo, useEffect, useRef, useState } from 'react';
import { useChat } from '../client/use-chat.js';
import type { Tone } from './tone.js';
import { usePageVisible } from './use-page-visible.js';
import { useTitleBadge } from './use-title-badge.js';

/** Props of {@link Arrivals}. */
export interface ArrivalsProps {
  client: ChatClient;
  /** The panel is open: what arrives on a visible page is read there. */
  isOpen: boolean;
  isMuted: boolean;
}

/** Time enough for another tab, in which it is read, to say so. */
const ringAfterMs = 500;
const sound = { hertz: [587.33, 783.99], loudness: 0.05 };

const isFirstTab = ({ tabs }: ChatState) => tabs !== 'follower';
const historyOf = ({ conversation }: ChatState) =>
  conversation && `${conversation.id} ${conversation.position.epoch}`;
const newestOf = ({ conversation }: ChatState) =>
  conversation?.entries.findLast(
    (entry) => entry.kind === 'message' && entry.message.author.kind !== 'visitor',
  )?.seq ?? 0;

/**
 * A soft tone and a count in the page's title for messages of others that arrive while the visitor looks elsewhere:
 * once over all tabs, and not for what was there when the page was opened. It draws nothing, so that a message that
 * arrives wakes nothing else here.
 */
export const Arrivals = memo(function Arrivals({ client, isOpen, isMuted }: ArrivalsProps) {
  const isVisible = usePageVisible();
  const history = useChat(client, historyOf);
  const newest = useChat(client, newestOf);
  const [met, setMet] = useState({ history, seq: newest });
  if (met.history !== history) setMet({ history, seq: newest });
  const unread = useChat(client, ({ conversation, readSeq }) =>
    unreadCount({ conversation, readSeq: Math.max(met.seq, readSeq) }),
  );
  const tells = useChat(client, isFirstTab) && !(isOpen && isVisible);
  useTitleBadge(tells ? unread : 0);

  const tone = useTone(!isMuted);
  const heard = useRef(met);
  useEffect(() => {
    if (heard.current.history !== met.history) heard.current = met;
    if (newest <= heard.current.seq) return;
    heard.current = { ...met, seq: newest };
    if (!tells) return;
    const timer = setTimeout(() => {
      if (client.store.getState().readSeq < newest) tone.current?.play();
    }, ringAfterMs);
    return () => clearTimeout(timer);
  }, [client, met, newest, tells, tone]);
  return null;
});

const gestures = ['pointerdown', 'keydown'] as const;

/** A tone that is ready from the first touch of the page on: no browser sounds before that, so it is fetched no sooner. */
function useTone(isWanted: boolean) {
  const tone = useRef<Tone | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const stopWaiting = () => {
      for (const gesture of gestures) removeEventListener(gesture, fetchTone);
    };
    const fetchTone = () =>
      void import('./tone.js').then(
        ({ createTone }) => {
          if (isGone || tone.current) return;
          tone.current = createTone(sound);
          stopWaiting();
        },
        // No network just now: the next touch tries again.
        () => undefined,
      );
    for (const gesture of gestures) addEventListener(gesture, fetchTone);
    return () => {
      isGone = true;
      stopWaiting();
      tone.current?.stop();
      tone.current = null;
    };
  }, [isWanted]);
  return tone;
}
