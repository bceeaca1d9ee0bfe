import type { EmbedHost, QueuedCall } from '../embed-host.js';

const styles =
  '.baton-bubble-place{all:initial;position:fixed;inset-inline-end:20px;bottom:88px;max-width:min(280px,calc(100vw - 40px));display:flex;align-items:start;border-radius:18px 18px 4px;background:var(--baton-surface,#fff);color:var(--baton-text,#1a1c22);box-shadow:0 0 0 1px #1216260f,0 8px 28px #12162629;font:400 15px/1.45 var(--baton-font,system-ui,sans-serif);z-index:2147483000;animation:baton-bubble-in .22s cubic-bezier(.2,.9,.3,1)}.baton-bubble-place:dir(rtl){border-radius:18px 18px 18px 4px}.baton-bubble-place button{all:unset;cursor:pointer;color:inherit}.baton-bubble-place button:after{content:none}.baton-bubble-place button:focus-visible{outline:2px solid var(--baton-accent,#4353d9);outline-offset:1px;border-radius:14px}.baton-bubble-place>.baton-bubble-text{padding-block:12px;padding-inline:16px 0;overflow-wrap:anywhere;white-space:pre-line}.baton-bubble-place>.baton-bubble-close{flex:none;display:grid;place-items:center;width:32px;height:32px;margin:7px;opacity:.65;font-size:18px;line-height:1}.baton-bubble-place>.baton-bubble-close:is(:hover,:focus-visible){opacity:1}@keyframes baton-bubble-in{from{opacity:0;transform:translateY(8px)}}@media (prefers-reduced-motion:reduce){.baton-bubble-place{animation:none}}@media (prefers-color-scheme:dark){.baton-bubble-place:not([data-theme=light]){background:var(--baton-dark-surface,#17181d);color:var(--baton-dark-text,#eceef2);box-shadow:0 0 0 1px #ffffff1f,0 8px 28px #0007}}.baton-bubble-place[data-theme=dark]{background:var(--baton-dark-surface,#17181d);color:var(--baton-dark-text,#eceef2);box-shadow:0 0 0 1px #ffffff1f,0 8px 28px #0007}@media (forced-colors:active){.baton-bubble-place{border:1px solid}}';

/** Shows the newest text that the page wants beside the launcher; loaded for a page that has one, and for no other. */
export function mount(host: EmbedHost): void {
  const { calls } = host;
  let text = host.bubble;
  if (Array.isArray(calls)) for (const [name, said] of calls) if (name === 'bubble') text = said;
  if (typeof text === 'string' && text.trim()) showBubble(host, text);
}

/** Once per visitor and text: who dismissed it, or took it up, does not see it again. */
function showBubble(host: EmbedHost, text: string): void {
  const key = `baton-bubble:${host.relay}:${text}`;
  if (wasSeen(key) || host.root.querySelector('.baton-panel')) return;
  host.root.querySelector('.baton-bubble-place')?.remove();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const place = document.createElement('div');
  place.className = 'baton-bubble-place';
  place.dataset['theme'] = host.settings['theme'] ?? '';
  place.role = 'status';
  const said = document.createElement('button');
  said.className = 'baton-bubble-text';
  said.textContent = text;
  const close = document.createElement('button');
  close.className = 'baton-bubble-close';
  close.ariaLabel = host.settings['dismiss'] ?? 'Dismiss';
  close.textContent = '×';
  place.append(said, close);

  const end = () => {
    remember(key);
    place.remove();
    host.run(undo);
  };
  const onOpen = ['on', 'open', end];
  const undo: QueuedCall = ['off', onOpen];
  close.onclick = () => {
    end();
    (host.root.querySelector('button') ?? host.button).focus();
  };
  said.onclick = () => host.run(['open']);
  host.run(onOpen);
  host.root.adoptedStyleSheets.push(sheet);
  host.root.append(place);
}

function wasSeen(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function remember(key: string): void {
  try {
    localStorage.setItem(key, 'seen');
  } catch {
    // A page whose storage is refused shows it again after a reload.
  }
}
