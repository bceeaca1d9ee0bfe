/**
 * The frame's own end, on the relay's origin: mounts the app when the framing page has said how, does what it asks for,
 * and tells it what happens. Whoever the relay let frame this page is in the address, and is the only one that is heard.
 */
import type { BatonEvents } from '../api/events.js';
import type { EmbedHost, PartModule } from '../embed-host.js';
import { wear } from './look.js';
import { type FrameMessage, frameMessageOf } from './messages.js';

const framing = new URLSearchParams(location.search).get('host') ?? '';
const post = (message: FrameMessage) => parent.postMessage(message, framing);

const page = new CSSStyleSheet();
page.replaceSync('html,body{margin:0;height:100%;background:none;overflow:hidden}');
document.adoptedStyleSheets = [page];

const element = document.createElement('div');
const host: EmbedHost = {
  root: element.attachShadow({ mode: 'open' }),
  button: document.createElement('button'),
  relay: new URL('..', location.href).href,
  settings: {},
  calls: [],
  run: (call) => void host.calls.push(call),
};
document.body.append(element);

const events: (keyof BatonEvents)[] = ['ready', 'open', 'close', 'message', 'unread', 'handoff', 'error'];
for (const name of events)
  host.run([
    'on',
    name,
    (value: BatonEvents[typeof name]) => post({ baton: 'event', name, value }),
    { text: true },
  ]);

let asked = 0;
const waiting = new Map<number, (token: string | null | undefined) => void>();

/** Asks the framing page, which alone can. */
const getToken = () =>
  new Promise<string | null>((resolve, reject) => {
    asked += 1;
    waiting.set(asked, (token) =>
      token === undefined ? reject(new Error('Baton: the page gave no token.')) : resolve(token),
    );
    post({ baton: 'ask-token', id: asked });
  });

async function receive({ source, origin, data }: MessageEvent<unknown>) {
  const message = source === parent && origin === framing ? frameMessageOf(data) : null;
  if (message?.baton === 'call')
    host.run(message.call[0] === 'identify' ? ['identify', () => getToken()] : message.call);
  if (message?.baton === 'token') {
    waiting.get(message.id)?.(message.token);
    waiting.delete(message.id);
  }
  if (message?.baton !== 'begin') return;
  host.settings = message.settings;
  host.visit = message.visit;
  wear(message.look, document.documentElement);
  // Beside this very file, of the same build.
  const app = import.meta.url.replace(/\/page-([\w-]+\.js)$/, '/app-$1');
  ((await import(/* @vite-ignore */ app)) as PartModule).mount(host);
}
addEventListener('message', (event) => void receive(event));
post({ baton: 'ready' });
