import { ChatWidget, type ChatWidgetProps, useComposer } from '@batonchat/react';
import { useEffect, useSyncExternalStore } from 'react';
import type { Embedded } from './embedded.js';

/** The widget as the page and its visitor want it. */
export function EmbeddedWidget({ embedded, isOverlay }: { embedded: Embedded; isOverlay: boolean }) {
  const { host, client, shown } = embedded;
  const { settings, relay } = host;
  const { theme, title, site = '', global = '', placement = '', locales, emoji } = settings;
  const { isOpen, asked, draft, locale, labels } = useSyncExternalStore(shown.subscribe, shown.get);
  const composer = useComposer(client);

  const { setText } = composer;
  useEffect(() => {
    if (draft) setText(draft.text);
  }, [draft, setText]);

  return (
    <ChatWidget
      client={client}
      composer={composer}
      memoryKey={`baton-panel:${relay}:${site}:${global}:${placement}`}
      isOpen={isOpen}
      timesAsked={asked}
      onOpenChange={(isNowOpen) => shown.set({ isOpen: isNowOpen })}
      placement={isOverlay ? 'overlay' : 'inline'}
      theme={theme === 'light' || theme === 'dark' ? theme : 'system'}
      locale={locale}
      locales={locales?.split(/[\s,]+/)}
      labels={labels}
      title={title}
      emoji={emoji as ChatWidgetProps['emoji']}
    />
  );
}
