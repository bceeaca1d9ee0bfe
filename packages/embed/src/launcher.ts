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
  ':host{all:initial!important}:host([hidden]){display:none!important}button{all:unset;position:fixed;inset-inline-end:20px;bottom:20px;padding:28px;border-radius:50%;cursor:pointer;background:var(--baton-accent,#4353d9);box-shadow:0 8px 20px #0003;forced-color-adjust:none;z-index:var(--baton-z-index,2147483000)}button:active{scale:.9}button:focus-visible{outline:auto}button:after{content:"";position:absolute;inset:16px;background:var(--baton-on-accent,#fff);border-radius:50% 50% 50% 3px}';

/**
 * A button in the shadow root and a queue. All else is imported when the button is pressed, when the page
 * asks for the chat, at once where it is no overlay, or at idle for a visitor who was here before. What it returns
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
        for (const [name, wanted, tell] of host.calls as [string, ...EmbedListener][])
          if (name === 'on' && wanted === 'error') tell({ reason: 'load-failed' } as never);
      },
    );
  }

  function run(call: QueuedCall): (() => void) | undefined {
    const [name] = call as [string];
    host.calls.push(call);
    if (name === 'hide' || name === 'show') element.hidden = name === 'hide';
    if (name === 'destroy') element.remove();
    if (name === 'bubble') load(name);
    else if (!isPatient.test(name)) load();
    return name === 'on' ? () => void run(['off', call]) : undefined;
  }

  const { bubble, label = 'Open chat', placement, site = 'main' } = settings;
  const idle = window.requestIdleCallback ?? setTimeout;
  if (bubble) idle(() => run(['bubble', bubble]));
  if (placement) load();
  else {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    button.ariaLabel = label;
    button.onclick = () => run(['open']);
    root.append(button);
    try {
      if (localStorage.getItem(`baton:${relay}:${site}:secret`)) idle(() => load());
    } catch {
      // A page whose storage is refused has no returning visitors.
    }
  }
  return run;
}
