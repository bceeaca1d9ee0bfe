import { chromium, type LaunchOptions } from 'playwright';
import { findChromium } from './scripts/chromium.mjs';

/** How Vitest and Playwright both start Chromium: headless, quiet on the network, and able to run as root in CI. */
export const launchOptions: LaunchOptions = {
  executablePath: findChromium(chromium.executablePath()),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
