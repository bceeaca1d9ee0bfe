'use client';

import { ChatWidget } from '@batonchat/react';
import { de } from '@batonchat/react/locales/de';

/** A client component, which may pass what has functions in it: texts, slots, callbacks. */
export function Help({ relay }: { relay: string }) {
  return <ChatWidget relay={relay} locale={de} labels={{ openChat: 'Hilfe' }} />;
}
