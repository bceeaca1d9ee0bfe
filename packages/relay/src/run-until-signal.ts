import { ConfigError } from './config-error.js';

/**
 * Starts something that can be closed and closes it on SIGINT or SIGTERM: exit code 0 when it drained, 1 when it
 * did not start. A `ConfigError` is one readable line; anything else shows its stack.
 */
export async function runUntilSignal(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    const running = await start();
    let isStopping = false;
    const stop = () => {
      // A second Ctrl-C does not wait for the drain.
      if (isStopping) process.exit(1);
      isStopping = true;
      running.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}
