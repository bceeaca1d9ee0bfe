/**
 * `<baton-chat>`: the chat as an element. Its attributes are the script tag's options without `data-`; `relay` is where
 * this script came from if it is left out. It begins when it is connected and is gone, with all that it made, when it is
 * taken out of the document. Each event is dispatched on it as `baton-<name>`.
 */
import type { Baton } from './api/baton.js';
import type { QueuedCall } from './embed-host.js';
import { launch } from './launcher.js';

/** The relay's own settings, which it writes into the file that it serves. */
declare const __SETTINGS__: Record<string, string>;

const settings = __SETTINGS__;
const home = (document.currentScript as HTMLScriptElement).src;
const events = ['ready', 'open', 'close', 'message', 'unread', 'handoff', 'error'];

/** A chat on the page. `call` takes what `Baton` takes. */
class BatonChat extends HTMLElement {
  #run: ((call: QueuedCall) => (() => void) | undefined) | null = null;
  #waiting: QueuedCall[] = [];

  readonly call = ((...call: unknown[]) => {
    if (this.#run) return this.#run(call);
    this.#waiting.push(call);
    return undefined;
  }) as Baton;

  connectedCallback(): void {
    // An element that was moved within the page goes on as it is.
    if (this.#run) return;
    const given = this.getAttributeNames().map((name) => [
      name.replace(/^data-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      this.getAttribute(name) ?? '',
    ]);
    const { relay = home, ...options }: Record<string, string> = {
      ...settings,
      ...Object.fromEntries(given),
    };
    for (const global of ['id', 'class', 'style', 'hidden', 'slot', 'lang', 'dir', 'role'])
      delete options[global];
    const base = new URL(relay, document.baseURI).href;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const run = launch(root, new URL('.', relay === home ? base : base.replace(/\/?$/, '/')).href, options);
    this.#run = run;
    for (const name of events)
      run([
        'on',
        name,
        (detail: unknown) => this.dispatchEvent(new CustomEvent(`baton-${name}`, { detail })),
      ]);
    for (const call of this.#waiting.splice(0)) run(call);
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#run?.(['destroy']);
      this.#run = null;
      if (!this.shadowRoot) return;
      this.shadowRoot.replaceChildren();
      this.shadowRoot.adoptedStyleSheets = [];
    });
  }
}

if (!customElements.get('baton-chat')) customElements.define('baton-chat', BatonChat);
