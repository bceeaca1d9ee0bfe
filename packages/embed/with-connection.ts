import type { Plugin } from 'vite';

/** What core fetches when it connects, by the module that fetches it, and what stands for that module. */
const atOnce = {
  link: `export { createSharedConnection as createLink } from './tabs/shared-connection.js'; export const provideLink = () => {};`,
  'websocket/relay-transport': `export { transportTo as relayTransport } from './websocket-transport.js';`,
};

/** Whoever loads the chat connects: what core would fetch for that is in the same file, and no trip behind it. */
export function withConnection(): Plugin {
  const found = new Set<string>();
  return {
    name: 'baton-with-connection',
    enforce: 'pre',
    load(id) {
      const entry = Object.entries(atOnce).find(([name]) => id.endsWith(`/core/dist/${name}.js`));
      if (!entry) return null;
      found.add(entry[0]);
      return entry[1];
    },
    buildEnd(error) {
      const missing = Object.keys(atOnce).filter((name) => !found.has(name));
      if (!error && missing.length > 0)
        this.error(
          `packages/core has no ${missing.join(', ')} where packages/embed/with-connection.ts looks.`,
        );
    },
  };
}
