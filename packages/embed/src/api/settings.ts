import type { EmbedSettings } from '../embed-host.js';
import { complain, unknownOption, wrongValue } from './complaints.js';

/** The options by name, each with the values that it may have where these are few. */
const options: Record<string, readonly string[] | null> = {
  theme: ['system', 'light', 'dark'],
  placement: ['overlay', 'inline', 'page'],
  emoji: ['auto', 'always', 'never'],
  ...{
    title: null,
    target: null,
    site: null,
    label: null,
    bubble: null,
    dismiss: null,
    locale: null,
    locales: null,
    frame: null,
    global: null,
  },
};
/** Frameworks and proxies leave these on script tags. */
const foreign =
  /^(n(script|ext)|cf|rocket|turbo|react|astro|svelte|v-|ot|cookie|category|wf|precedence|href)/i;

/** Tells of each option that there is not, and of each value that it may not have. */
export function checkSettings(settings: EmbedSettings): void {
  for (const [name, value = ''] of Object.entries(settings)) {
    const values = options[name];
    if (values === undefined) {
      if (!foreign.test(name)) complain(unknownOption(name, Object.keys(options)));
    } else if (values && !values.includes(value)) complain(wrongValue(name, value, values));
  }
}
