import { chromium, type LaunchOptions } from 'playwright';
import { chromiumArguments, findChromium } from './scripts/chromium.mjs';

/** A page of a test lives for seconds: code that is compiled once more, to be quick for hours, costs more than it saves. */
const compileOnce = '--js-flags=--no-turbofan,--no-maglev';

/** How Vitest and Playwright both start Chromium. */
export const launchOptions: LaunchOptions = {
  executablePath: findChromium(chromium.executablePath()),
  args: [...chromiumArguments, compileOnce],
};
