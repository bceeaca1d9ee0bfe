import type { EmbedHost, EmbedListener, EmbedSettings, PartModule, QueuedCall } from './embed-host.js';

/** What names the parts of this build: each lies at `embed/<name>-<hash>.js` beside the script. */
declare const __HASH__: string;

/**
 * The calls that wait until there is something to show: a page that never opens the chat loads nothing for them. By their
 * beginnings, since every page loads this: on, once, off, close, context, locale, identify, logout, show,
 * hide, destroy.
 */
const isPatient = /^([cdils]|hi|o[nf])/;

const styles =
  ':host{all:initial!important}:host([hidden]){display:none!important}button{border:0;position:fixed;inset-inline:auto 20px;bottom:20px;z-index:var(--baton-z-index,2147483000);padding:16px;background:var(--baton-accent,#4353d9);border-radius:50%;box-shadow:0 8px 20px #0003;cursor:pointer;transition:opacity 1s;forced-color-adjust:none}button:active,[aria-busy]{opacity:.5;transition:none}button:after{content:"";display:block;padding:12px;background:var(--baton-on-accent,#fff);border-radius:50% 50% 50% 3px}';

/**
 * A button in the shadow root and a queue. All else is imported when the button is pressed, when the page
 * asks for the chat, at once where it is no overlay, or at idle for a visitor who was here before: who has a secret, or whom the frame has marked. What it returns
 * takes a call of the page, and of `on` gives back the undo.
 */
export function launch(
  root: ShadowRoot,
  relay: string,
  settings: EmbedSettings,
): (call: QueuedCall) => (() => void) | undefined {
  const element = root.host as HTMLElement;
  const button = document.createElement('button');
  const host: EmbedHost & { calls: QueuedCall[] } = { root, button, relay, settings, calls: [], run };

  function load(name = 'frame' in settings ? 'frame' : 'app'): void {
    const url = `${relay}embed/${name}-${__HASH__}.js`;
    (import(/* @vite-ignore */ url) as Promise<PartModule>).then(
      (part) => part.mount(host),
      (error: unknown) => {
        console.warn('Baton:', error);
        button.ariaBusy = null;
        addEventListener('online', () => load(name), { once: true });
        (host.calls as [string, ...EmbedListener][]).forEach?.(([call, wanted, tell]) => {
          if (call + wanted === 'onerror') tell({ reason: 'load-failed' } as never);
        });
      },
    );
  }

  function run(call: QueuedCall): (() => void) | undefined {
    const [name] = call as [string];
    host.calls.push(call);
    element.hidden = name === 'hide' || (name !== 'show' && element.hidden);
    if (name === 'destroy') element.remove();
    if (name === 'bubble') load(name);
    else if (!isPatient.test(name)) load();
    return name === 'on' ? () => run(['off', call]) : undefined;
  }

  const { bubble, label = 'Open chat', placement, site = 'main' } = settings;
  if (placement) load();
  else {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    button.ariaLabel = label;
    button.onclick = () => {
      button.ariaBusy = 'true';
      run(['open']);
    };
    root.append(button);
  }
  (window.requestIdleCallback ?? setTimeout)(() => {
    if (bubble) run(['bubble', bubble]);
    try {
      if (localStorage[`baton:${relay}:${site}:${'frame' in settings ? 'frame' : 'secret'}`]) load();
    } catch {
      // A page whose storage is refused has no returning visitors.
    }
  });
  return run;
}
