/**
 * The script tag: a button in a shadow root, and a queue. Everything else is imported when the button is pressed,
 * when the page asks for the chat, or at idle for a visitor who was here before.
 */
import type { mount } from './app.js';
import type { BatonCall, BatonFunction, EmbedHost, EmbedListener } from './embed-host.js';

declare const __APP_FILE__: string;
declare global {
  interface Window {
    Baton?: BatonFunction & { q?: BatonCall[] };
  }
}

const script = document.currentScript as HTMLScriptElement;
const relay = script.src.slice(0, script.src.lastIndexOf('/'));
const appUrl = `${relay}/${__APP_FILE__}`;

const queued = window.Baton?.q ?? [];
const calls: BatonCall[] = [];
let take: ((call: BatonCall) => void) | undefined;
let isLoading = false;

const element = document.createElement('div');
const root = element.attachShadow({ mode: 'open' });
const host: EmbedHost = { root, relay, data: script.dataset, isOpen: false, listeners: new Set() };

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{all:initial}button{all:unset;position:fixed;inset-inline-end:20px;bottom:20px;padding:16px;height:24px;border-radius:50%;cursor:pointer;background:#4353d9;box-shadow:0 8px 24px #0003;z-index:2147483000}button:focus-visible{outline:auto;outline-offset:2px}svg{width:24px;fill:none;stroke:#fff;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}',
);
root.adoptedStyleSheets = [sheet];

const button = document.createElement('button');
button.ariaLabel = 'Open chat';
const draw = (parent: Element, name: string, attribute: string, value: string) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  made.setAttribute(attribute, value);
  parent.append(made);
  return made;
};
// The launcher's own icon: the app's button takes this one's place without a blink.
draw(
  draw(button, 'svg', 'viewBox', '0 0 24 24'),
  'path',
  'd',
  'M12 3.5c5 0 9 3.4 9 7.8s-4 7.8-9 7.8c-1 0-2-.1-2.9-.4L4.5 20.5l.9-3.7C3.9 15.4 3 13.5 3 11.3 3 6.9 7 3.5 12 3.5ZM8 11.5h0m4 0h0m4 0h0',
);
root.append(button);
button.onclick = () => run(['open']);

function load(): void {
  if (isLoading) return;
  isLoading = true;
  (import(/* @vite-ignore */ appUrl) as Promise<{ mount: typeof mount }>).then(
    (app) => {
      const call = app.mount(host);
      take = call;
      button.remove();
      for (const waiting of calls.splice(0)) call(waiting);
    },
    (error: unknown) => {
      isLoading = false;
      host.isOpen = false;
      console.warn('Baton could not load', appUrl, error);
    },
  );
}

function run(call: BatonCall): (() => void) | undefined {
  const [name, ...rest] = call;
  const isListening = name === 'on';
  if (isListening) host.listeners.add(rest as EmbedListener);
  if (take) take(call);
  else if (!isListening) {
    if (name === 'open' || name === 'toggle') host.isOpen = true;
    else calls.push(call);
    if (name !== 'close') load();
  }
  return isListening ? () => host.listeners.delete(rest as EmbedListener) : undefined;
}

window.Baton = (...call: BatonCall) => run(call);
for (const call of queued) run(call);

const begin = () => {
  document.body.append(element);
  let isReturning: string | null = null;
  try {
    isReturning = localStorage.getItem(`baton:${relay}:main:secret`);
  } catch {
    // A page whose storage is refused has no returning visitors.
  }
  if (isReturning) (window.requestIdleCallback ?? setTimeout)(load);
};
if (document.body) begin();
else addEventListener('DOMContentLoaded', begin);
