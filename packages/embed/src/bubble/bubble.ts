import type { EmbedHost, QueuedCall } from '../embed-host.js';
import styles from './bubble.css?inline';

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
