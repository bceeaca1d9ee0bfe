import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What a person without a Chromium has to do, as one line. */
export const howToGetChromium =
  'No Chromium found. Get one by `apt-get install -y chromium` or `npx playwright install chromium`, ' +
  'or set CHROMIUM_PATH to the one you have.';

/**
 * The browser that the tests drive: `CHROMIUM_PATH` if set, else Playwright's own download, else one in a usual place.
 *
 * @param {string} playwrightOwn where Playwright would keep its own download
 * @param {{ CHROMIUM_PATH?: string | undefined }} environment
 * @param {(path: string) => boolean} exists
 * @returns {string} the path of an executable that exists
 * @throws {Error} with a one-line remedy when there is none, or when `CHROMIUM_PATH` names no file
 */
export function findChromium(playwrightOwn, environment = process.env, exists = existsSync) {
  const named = environment.CHROMIUM_PATH;
  if (named) {
    if (exists(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, but no such file exists. Correct it or unset it.`);
  }
  const found = [playwrightOwn, ...usualPlaces].find((path) => exists(path));
  if (!found) throw new Error(howToGetChromium);
  return found;
}

/** Headless, quiet on the network, and able to run as root in CI. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
