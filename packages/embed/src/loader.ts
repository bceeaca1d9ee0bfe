/**
 * The script tag: a launcher on this page, and `window.Baton` (or the name in `data-global`), which takes calls from
 * before it loaded.
 */
import type { Baton } from './api/baton.js';
import type { QueuedCall } from './embed-host.js';
import { launch } from './launcher.js';

/** The relay's own settings, which it writes into the file that it serves. */
declare const __SETTINGS__: Record<string, string>;
declare global {
  interface Window {
    Baton?: Baton;
  }
}

/** What stands under the name: the page's queue, or the chat of an earlier tag, which has `run`. */
type Queue = Baton & { q?: QueuedCall[]; run?: (call: QueuedCall) => unknown };

/** The page's own, by any name. */
declare const window: Record<string, Queue | undefined>;

const script = document.currentScript as HTMLScriptElement;
const settings: Record<string, string | undefined> = { ...__SETTINGS__, ...script.dataset };
const name = settings['global'] ?? 'Baton';
const before = window[name];

if (before?.run) before.run(['once']);
else {
  const element = document.createElement('div');
  const run = launch(element.attachShadow({ mode: 'open' }), new URL('.', script.src).href, settings);

  const baton = (...call: unknown[]) => {
    if (call[0] === 'destroy') delete window[name];
    return run(call);
  };
  baton.run = run;
  window[name] = baton as Queue;
  before?.q?.forEach(run);

  // Beside the body, and not in it: whatever replaces the body leaves the chat alone.
  const place = () => {
    if (document.body) document.body.after(element);
    else setTimeout(place, 99);
  };
  place();
}
