import { createChatClient } from '@batonchat/core';
import { PartsProvider } from '@batonchat/react';
import styles from '@batonchat/react/first.css?inline';
import { createRoot } from 'react-dom/client';
import { createShown } from './api/shown.js';
import type { Teller } from './api/tell.js';
import { type EmbedHost, type QueuedCall, takeCalls } from './embed-host.js';
import { type Embedded, openPanel } from './embedded.js';
import { sheetFor } from './own-theme.js';
import { EmbeddedWidget } from './widget.js';

/*
 * The page's rules reach the host element and nothing within it; there, the page's `!important` loses against ours.
 * What stands in `.baton-place` inherits nothing of the page but its custom properties.
 */
const overlayStyles = ':host{all:initial!important}';
const placeStyles =
  ':host([hidden]){display:none!important}.baton-place{all:initial;display:block;height:100%}';

/**
 * Renders the widget in the launcher's shadow root and takes the page's calls. What few pages call for is loaded when
 * the first of them does; calls keep their order.
 */
export function mount(host: EmbedHost): void {
  // Mounted already, or told to go before the app was there.
  if (!Array.isArray(host.calls) || host.calls.some(([name]) => name === 'destroy')) return;
  const { embedded, unmount } = render(host);
  const { shown } = embedded;
  let isGone = false;
  let teller: Promise<Teller> | null = null;
  let pageCalls: Promise<void> = Promise.resolve();

  const calls: Record<string, (call: QueuedCall) => void> = {
    open: () => openPanel(embedded),
    close: () => shown.set({ isOpen: false }),
    toggle: () => (shown.get().isOpen ? shown.set({ isOpen: false }) : openPanel(embedded)),
    on(call) {
      teller ??= import('./api/tell.js').then(({ startTelling }) => startTelling(embedded));
      void teller.then((telling) => telling.add(call));
    },
    off([, call]) {
      void teller?.then((telling) => telling.remove(call));
    },
    // These two the launcher does.
    show() {},
    hide() {},
    bubble([, text]) {
      host.bubble = text;
    },
    destroy() {
      isGone = true;
      unmount();
      void teller?.then((telling) => telling.stop());
    },
  };
  /** Done after the calls before it, once what does it is there. */
  function later(call: QueuedCall) {
    pageCalls = pageCalls.then(async () => {
      const { answer } = await import('./api/page-calls.js');
      if (!isGone) answer(embedded, call);
    });
  }
  if (Object.keys(host.settings).length > 0) later(['settings']);
  takeCalls(host, (call) => {
    if (isGone) return;
    const [name] = call;
    const own = calls[String(name)];
    if (own) own(call);
    else later(call);
  });
}

function render(host: EmbedHost): { embedded: Embedded; unmount(): void } {
  const { root, settings, relay } = host;
  const facts: Record<string, string> = {};
  // The page says who this is: before it has, nothing is done in the name of somebody else.
  const [, identified] = (host.calls as Iterable<unknown>[]).find(([name]) => name === 'identify') ?? [];
  const client = createChatClient({
    relay,
    getToken:
      identified === undefined
        ? undefined
        : () => import('./api/page-calls.js').then(({ getTokenOf }) => getTokenOf(identified)?.() ?? null),
    siteId: settings['site'] ?? 'main',
    visit: () => ({ ...host.visit, facts }),
  });
  const place = document.createElement('div');
  place.className = 'baton-place';
  const tree = createRoot(place);
  const embedded = { host, client, place, facts, identified, shown: createShown(settings['locale']) };
  // Nobody loads the chat before it is asked for: whoever does has a conversation to follow.
  client.connect();
  let isGone = false;

  async function show() {
    const inPage = settings['placement'] && (await (await import('./placement.js')).takePlace(host));
    if (isGone) return;
    const isolation = new CSSStyleSheet();
    isolation.replaceSync(`${inPage || overlayStyles}${placeStyles}`);
    const others = root.adoptedStyleSheets.slice(1);
    root.adoptedStyleSheets = [sheetFor(styles, root), isolation, ...others];
    if (inPage) embedded.shown.set({ isOpen: true });
    root.append(place);
    tree.render(
      <PartsProvider
        prepare={() => import('./part-styles.js').then(({ adoptPartStyles }) => adoptPartStyles(root))}
      >
        <EmbeddedWidget embedded={embedded} isOverlay={!inPage} />
      </PartsProvider>,
    );
    host.button.remove();
  }
  void show();
  return {
    embedded,
    unmount() {
      isGone = true;
      tree.unmount();
      client.destroy();
      root.replaceChildren();
      root.adoptedStyleSheets = [];
    },
  };
}
