import { setup } from './setup.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

// The relay runs in this very process: a Ctrl-C or a TERM reaches it once, and its exit code is ours.
const parentWatch = stopWithParent();
setup();
process.setSourceMapsEnabled(true);
const { buildOrExit } = await import('./build.mjs');
await buildOrExit();
parentWatch.hasSignalHandlers();
await import(new URL('../apps/demo/dist/demo.js', import.meta.url).href);
