import { type ChatClient, type ChatState, createChatClient, handoffOf } from '@batonchat/core';
import { ChatWidget, PartsProvider } from '@batonchat/react';
import styles from '@batonchat/react/first.css?inline';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { BatonCall, EmbedHost, EmbedListener } from './embed-host.js';

/** What a page's `Baton('on', 'handoff', listener)` hears. */
export interface HandoffChange {
  status: 'none' | 'offered' | 'collecting' | 'pending' | 'active' | 'resolved';
  /** The agent who has the conversation, or null. */
  agentName: string | null;
}

/**
 * Renders the widget in the loader's shadow root. Returns what takes the page's calls: `open`, `close`, `toggle`,
 * `handoff` and `destroy`; a call that it does not know gets one warning that names it.
 */
export function mount(host: EmbedHost): (call: BatonCall) => void {
  const client = createChatClient({ relay: host.relay });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  host.root.adoptedStyleSheets = [sheet];
  const place = document.createElement('div');
  host.root.append(place);
  const root = createRoot(place);
  let setPanel: (change: (isOpen: boolean) => boolean) => void = () => {};

  // Nobody else loads the chat before it is asked for: whoever does has a conversation to follow.
  client.connect();
  const handoffs = tellHandoffs(client, host);
  root.render(
    <PartsProvider
      prepare={() => import('./part-styles.js').then(({ adoptPartStyles }) => adoptPartStyles(host.root))}
    >
      <EmbeddedWidget
        client={client}
        host={host}
        onReady={(change) => {
          setPanel = change;
        }}
      />
    </PartsProvider>,
  );

  const calls: Record<string, () => void> = {
    open: () => setPanel(() => true),
    close: () => setPanel(() => false),
    toggle: () => setPanel((isOpen) => !isOpen),
    handoff: () => client.requestHandoff('host-page'),
    destroy() {
      handoffs.stop();
      root.unmount();
      client.destroy();
      host.root.host.remove();
    },
  };
  return ([name, ...rest]) => {
    const call = calls[name];
    if (call) call();
    else if (name === 'on') handoffs.greet(rest as EmbedListener);
    else console.warn(`Baton: there is no call '${name}'. Known: on, ${Object.keys(calls).join(', ')}.`);
  };
}

interface EmbeddedWidgetProps {
  client: ChatClient;
  host: EmbedHost;
  onReady(setPanel: (change: (isOpen: boolean) => boolean) => void): void;
}

function EmbeddedWidget({ client, host, onReady }: EmbeddedWidgetProps) {
  const [isOpen, setOpen] = useState(host.isOpen);
  const [opened, setOpened] = useState(host.isOpen ? 1 : 0);
  useEffect(() => {
    onReady((change) => {
      setOpen(change);
      setOpened((count) => count + 1);
    });
  }, [onReady]);
  // Whoever asked for the panel wants to write; one that a reload opened again takes no focus.
  useEffect(() => {
    if (opened > 0) host.root.querySelector('textarea')?.focus();
  }, [opened, host]);
  return (
    <ChatWidget
      client={client}
      relay={host.relay}
      isOpen={isOpen}
      onOpenChange={setOpen}
      theme={themeOf(host.data['theme'])}
      {...(host.data['title'] ? { title: host.data['title'] } : {})}
    />
  );
}

function themeOf(value = 'system'): 'system' | 'light' | 'dark' {
  if (value === 'light' || value === 'dark' || value === 'system') return value;
  console.warn(`Baton: data-theme is '${value}'. It is system, light or dark.`);
  return 'system';
}

/** Tells the page where the handoff stands, from the first snapshot on, whenever that changes. */
function tellHandoffs(client: ChatClient, host: EmbedHost) {
  let told: HandoffChange | null = null;
  const greet = ([name, listener]: EmbedListener) => {
    if (name === 'handoff' && told) listener(told);
  };
  const tell = (state: ChatState) => {
    if (!state.conversation) return;
    const handoff = handoffOf(state);
    const change: HandoffChange = {
      status: handoff?.status ?? 'none',
      agentName: handoff?.status === 'active' ? (handoff.agent?.name ?? null) : null,
    };
    if (told?.status === change.status && told.agentName === change.agentName) return;
    told = change;
    host.listeners.forEach(greet);
  };
  return {
    stop: client.store.subscribe(tell),
    /** Tells a new listener where it stands now. */
    greet,
  };
}
