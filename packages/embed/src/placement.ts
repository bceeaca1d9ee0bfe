import { complain, noTarget } from './api/complaints.js';
import type { EmbedHost } from './embed-host.js';

/*
 * What would hide the chat or move it is settled with `!important`, which wins over the page's own; an inline one keeps
 * what the page says of its size and margins.
 */
const styles = {
  inline:
    ':host{display:block!important;visibility:visible!important;opacity:1!important;filter:none!important;transform:none!important;clip-path:none!important;pointer-events:auto!important;content-visibility:visible!important;height:100%}',
  page: ':host{all:initial!important;position:fixed!important;inset:0!important;z-index:2147483000!important}.baton-panel{border:0!important;border-radius:0!important;padding-inline:max(0px,50% - 24em)}',
};

/**
 * Moves the host element to where it is wanted, in an element of the page or in place of it, and gives the styles for
 * that; null where it has to be an overlay. Resolves when the page is parsed.
 */
export async function takePlace({ root, settings }: EmbedHost): Promise<string | null> {
  if (settings['placement'] === 'page') return styles.page;
  // What is written wrong is told by whoever checks the settings.
  if (settings['placement'] !== 'inline') return null;
  // An element of the page's own stands where the page put it.
  if (root.host.localName === 'baton-chat') return styles.inline;
  if (document.readyState === 'loading')
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  const { target: selector } = settings;
  const target = selector === undefined ? null : find(selector);
  if (target) target.append(root.host);
  else complain(noTarget(selector));
  return target && styles.inline;
}

function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
