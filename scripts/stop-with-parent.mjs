/**
 * A signal sent to `npm` alone ends the shell it put between itself and us, and would leave us running unseen: so under
 * npm the shell's end counts as a TERM to us, unless a signal has reached us already.
 *
 * @returns {{ hasSignalHandlers(): void }} to be told once this process handles signals itself
 */
export function stopWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
  if (!process.env['npm_lifecycle_event']) clearInterval(timer);
  return {
    hasSignalHandlers() {
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => clearInterval(timer));
    },
  };
}
