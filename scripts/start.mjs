import { setup } from './setup.mjs';

// The relay runs in this very process: a Ctrl-C or a TERM reaches it once, and its exit code is ours.
const watch = process.env['npm_lifecycle_event'] === 'start' ? stopWithParent() : undefined;
setup();
process.setSourceMapsEnabled(true);
const { buildOrExit } = await import('./build.mjs');
await buildOrExit();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => clearInterval(watch));
await import('../apps/demo/dist/server.js');

/**
 * A signal sent to `npm` alone ends the shell it put between itself and us, and would leave us running unseen: so the
 * shell's end counts as a TERM, unless a signal has reached us already.
 */
function stopWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  return timer.unref();
}
