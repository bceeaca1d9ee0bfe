import { type Browser, chromium } from 'playwright';

/** What the scripts of the repository know of finding and starting a Chromium. */
interface ChromiumScript {
  findChromium(playwrightOwn: string): string;
  chromiumArguments: string[];
}

let launched: Promise<Browser> | null = null;

/** One browser for a whole run, started when it is first needed. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/** Ends the browser, if there is one. */
export async function closeSharedBrowser(): Promise<void> {
  const browser = await launched?.catch(() => null);
  launched = null;
  await browser?.close();
}

async function launch(): Promise<Browser> {
  const script = new URL('../../../../../scripts/chromium.mjs', import.meta.url);
  const { findChromium, chromiumArguments }: ChromiumScript = await import(script.href);
  return chromium.launch({
    executablePath: findChromium(chromium.executablePath()),
    args: chromiumArguments,
  });
}
