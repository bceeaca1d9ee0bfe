/**
 * The script tag: a button in a shadow root, and a queue. Everything else is imported when the button is pressed,
 * when the page asks for the chat, or at idle for a visitor who was here before.
 */
import type { mount } from './app.js';
import type { BatonCall, BatonFunction, EmbedHost } from './embed-host.js';

declare const __APP_FILE__: string;
declare global {
  interface Window {
    Baton?: BatonFunction & { q?: ArrayLike<unknown>[] };
  }
}

const script = document.currentScript as HTMLScriptElement;
const appUrl = new URL(__APP_FILE__, script.src).href;
const relay = new URL('.', script.src).href.slice(0, -1);

const calls = [...(window.Baton?.q ?? [])].map((call) => [...Array.from(call)] as BatonCall);
const listeners = new Set<[name: string, listener: (value: unknown) => void]>();
const latest = new Map<string, unknown>();
let take: ((call: BatonCall) => void) | undefined;
let isLoading = false;

const element = document.createElement('div');
const root = element.attachShadow({ mode: 'open' });
const host: EmbedHost = {
  root,
  relay,
  data: script.dataset,
  isOpen: false,
  emit(name, value) {
    latest.set(name, value);
    for (const [wanted, listener] of listeners) if (wanted === name) listener(value);
  },
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{all:initial;color-scheme:light dark}button{all:unset;position:fixed;inset:auto 20px 20px auto;width:56px;height:56px;border-radius:50%;display:grid;place-items:center;cursor:pointer;background:light-dark(#4353d9,#6273f5);box-shadow:0 6px 24px #0003;z-index:2147483000}button:focus-visible{outline:2px solid light-dark(#4353d9,#6273f5);outline-offset:3px}svg{width:26px;fill:none;stroke:#fff;stroke-width:2;stroke-linejoin:round}',
);
root.adoptedStyleSheets = [sheet];

const button = document.createElement('button');
button.ariaLabel = 'Open chat';
const svg = (name: string, attributes: Record<string, string>) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) made.setAttribute(key, attributes[key] ?? '');
  return made;
};
const icon = svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
icon.append(svg('path', { d: 'M4 5h16v11H9l-5 4z' }));
button.append(icon);
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
      console.warn(`Baton: the chat could not be loaded from ${appUrl}.`, error);
    },
  );
}

function run(call: BatonCall): (() => void) | undefined {
  const [name, ...rest] = call;
  if (name === 'on') {
    const listener = rest as [string, (value: unknown) => void];
    listeners.add(listener);
    if (latest.has(listener[0])) listener[1](latest.get(listener[0]));
    return () => listeners.delete(listener);
  }
  if (take) take(call);
  else {
    if (name === 'open' || name === 'toggle') host.isOpen = true;
    else calls.push(call);
    if (name !== 'close') load();
  }
  return undefined;
}

window.Baton = (...call: BatonCall) => run(call);
for (const call of calls.splice(0)) run(call);

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
else document.addEventListener('DOMContentLoaded', begin, { once: true });
