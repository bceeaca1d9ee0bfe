import { defineConfig } from 'vite';

const relay = process.env['RELAY'] ?? '';

// The strictest policy that a built page can be served with: scripts and styles are files of its own.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${relay} ${relay.replace('http', 'ws')}`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  define: { __RELAY__: JSON.stringify(relay) },
  preview: { port: Number(process.env['PORT'] ?? 4173), headers: { 'content-security-policy': policy } },
});
