import { chromium, type LaunchOptions } from 'playwright';
import { chromiumArguments, findChromium } from './scripts/chromium.mjs';

/** How Vitest and Playwright both start Chromium. */
export const launchOptions: LaunchOptions = {
  executablePath: findChromium(chromium.executablePath()),
  args: chromiumArguments,
};
