/**
 * The host's end of the cross-origin frame: the launcher stays on the page, and the whole chat, its storage and its
 * secret included, lives on the relay's origin, where no script of the page reaches.
 */
import type { GetToken } from '@batonchat/core';
import type { BatonEvents, MessageTold } from '../api/events.js';
import { getTokenOf } from '../api/identity.js';
import { createListeners } from '../api/listeners.js';
import { type EmbedHost, type QueuedCall, takeCalls } from '../embed-host.js';
import { takePlace } from '../placement.js';
import { frameStyles } from './frame-styles.js';
import { lookOf } from './look.js';
import { type FrameMessage, frameMessageOf } from './messages.js';

/** Shows the frame in the launcher's shadow root and passes calls in and events out. */
export function mount(host: EmbedHost): void {
  if (!Array.isArray(host.calls) || host.calls.some(([name]) => name === 'destroy')) return;
  const { root, button, relay, settings } = host;
  const origin = new URL(relay).origin;
  const listeners = createListeners();
  /** What holds until it changes, for who listens from later on. */
  const standing = new Map<keyof BatonEvents, never>();
  const waiting: FrameMessage[] = [];
  let getToken: GetToken = () => null;
  let isReady = false;
  let isOpen = false;
  let isInPage = false;

  const frame = document.createElement('iframe');
  const badge = document.createElement('span');
  badge.className = 'baton-count';
  frame.title = settings['title'] || 'Chat';
  frame.allow = 'autoplay; clipboard-write';
  frame.hidden = true;
  frame.onload = () => {
    button.ariaBusy = null;
  };
  frame.src = `${relay}embed/frame.html?host=${encodeURIComponent(location.origin)}`;

  const post = (message: FrameMessage) => {
    if (isReady) frame.contentWindow?.postMessage(message, origin);
    else waiting.push(message);
  };

  /**
   * The frame has the focus where the page asks for the panel, and what stands in it takes it from there: once it has, the
   * frame would take it away again. A panel that is opened again after a reload leaves the focus where it is.
   */
  function setOpen(isNowOpen: boolean, isAsked = true) {
    const hadFocus = root.activeElement === frame;
    isOpen = isNowOpen || isInPage;
    frame.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
    badge.hidden = isOpen;
    if (isNowOpen) {
      markVisitor(host);
      if (isAsked) frame.focus();
    } else if (hadFocus) button.focus();
  }

  function hear(name: keyof BatonEvents, value: BatonEvents[keyof BatonEvents]) {
    if (name === 'open' || name === 'close') setOpen(name === 'open', false);
    if (name === 'unread') {
      const { count } = value as BatonEvents['unread'];
      badge.textContent = count > 0 ? String(Math.min(count, 99)) : '';
    }
    if (name === 'ready' || name === 'handoff' || name === 'unread' || name === 'error')
      standing.set(name, value as never);
    listeners.tell(name, value as MessageTold);
  }

  function receive({ source, origin: from, data }: MessageEvent<unknown>) {
    const message = source === frame.contentWindow && from === origin ? frameMessageOf(data) : null;
    if (message?.baton === 'event') hear(message.name, message.value);
    if (message?.baton === 'ask-token') void giveToken(message.id);
    if (message?.baton !== 'ready') return;
    const { title: pageTitle, referrer, documentElement } = document;
    const page = location.href.split('#', 1)[0] ?? '';
    const visit = { page, pageTitle, referrer, locale: documentElement.lang || navigator.language };
    isReady = true;
    const { placement, ...rest } = settings;
    post({
      baton: 'begin',
      settings: isInPage ? { ...rest, placement: 'page' } : rest,
      visit,
      look: lookOf(root.host),
    });
    for (const each of waiting.splice(0)) post(each);
  }

  async function giveToken(id: number) {
    try {
      post({ baton: 'token', id, token: await getToken() });
    } catch (error) {
      reportError(error);
      post({ baton: 'token', id });
    }
  }

  const own: Record<string, (call: QueuedCall) => void> = {
    on(call) {
      listeners.add(call);
      for (const [name, value] of standing) listeners.tell(name, value, call);
    },
    off: ([, call]) => listeners.remove(call),
    // The launcher does these.
    show() {},
    hide() {},
    bubble([, text]) {
      host.bubble = text;
    },
    identify([, given]) {
      getToken = getTokenOf(given) ?? getToken;
      post({ baton: 'call', call: ['identify'] });
    },
    open: () => pass(['open']),
    toggle: () => pass([isOpen ? 'close' : 'open']),
    destroy() {
      removeEventListener('message', receive);
      root.replaceChildren();
      root.adoptedStyleSheets = [];
    },
  };
  function pass(call: unknown[]) {
    // Shown at once: a frame that is hidden loads late in some browsers.
    if (call[0] !== 'context' && call[0] !== 'locale' && call[0] !== 'logout' && call[0] !== 'close')
      setOpen(true);
    if (call[0] === 'close') setOpen(false);
    post({ baton: 'call', call });
  }

  addEventListener('message', receive);
  button.onclick = () => own['toggle']?.([]);
  void (settings['placement'] ? takePlace(host) : Promise.resolve(null)).then((inPage) => {
    const sheet = new CSSStyleSheet();
    isInPage = inPage !== null;
    sheet.replaceSync(`${inPage ?? ''}${frameStyles(isInPage)}`);
    root.adoptedStyleSheets.push(sheet);
    if (isInPage) {
      button.remove();
      frame.hidden = false;
    } else if (!button.isConnected) root.append(button);
    button.append(badge);
    root.append(frame);
    if (isOpen) frame.focus();
  });
  takeCalls(host, (call) => {
    const [name, ...rest] = call;
    const mine = own[String(name)];
    if (mine) mine(call);
    else pass([name, ...rest]);
  });
}

/** By this the launcher knows who was here before: what the visitor is known by is out of its reach. */
function markVisitor({ relay, settings: { site = 'main' } }: EmbedHost): void {
  try {
    localStorage.setItem(`baton:${relay}:${site}:frame`, 'opened');
  } catch {
    // A page whose storage is refused has no returning visitors.
  }
}
