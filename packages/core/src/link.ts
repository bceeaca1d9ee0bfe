import { backoffMs } from './connection/backoff.js';
import { isOnline } from './connection/online.js';
import { again } from './tabs/again.js';
import type { SharedConnection, SharedConnectionOptions } from './tabs/shared-connection.js';

type MakeLink = <Act>(options: SharedConnectionOptions<Act>) => SharedConnection<Act>;

/** Once it is here, it is here for all clients of the page. */
let make: MakeLink | undefined;

/** Gives what makes connections, so that it need not be fetched. */
export function provideLink(given: MakeLink): void {
  make = given;
}

/** As long as an attempt to connect may take. */
const giveUpAfterMs = 10_000;

/**
 * A shared connection, whose code is fetched when it is to connect. While that can't be had, the relay is as good as
 * unreachable: it is tried again as a connection is.
 */
export function createLink<Act>(
  options: SharedConnectionOptions<Act>,
  fetchCode: () => Promise<{ createSharedConnection: MakeLink }> = () => import('./needed-to-connect.js'),
): SharedConnection<Act> {
  if (make) return make(options);
  const { clock, transport, place } = options;
  let link: SharedConnection<Act> | undefined;
  let attempt = 0;
  let failures = 0;
  let isWaiting = false;
  let isOver = false;
  let cancel = () => {};

  const onState: typeof options.onState = (state) => options.onState(failures > 0 ? again(state) : state);

  function load() {
    const mine = ++attempt;
    isWaiting = false;
    cancel();
    cancel = clock.after(giveUpAfterMs, failed);
    onState({ status: 'connecting', reason: null, retryAt: null });
    transport.prepare?.();
    fetchCode().then(
      ({ createSharedConnection }) => begin(createSharedConnection),
      () => mine === attempt && failed(),
    );
  }

  /** However late it comes. */
  function begin(given: MakeLink) {
    make = given;
    if (link || isOver) return;
    cancel();
    link = given({ ...options, onState });
    link.connect();
  }

  function failed() {
    if (isOver) return;
    const ms = Math.round(backoffMs(failures++, clock.random()));
    isWaiting = true;
    cancel();
    cancel = clock.after(ms, load);
    const reason = isOnline() ? 'unreachable' : 'offline';
    onState({ status: 'reconnecting', reason, retryAt: clock.now() + ms });
  }

  return {
    connect() {
      if (attempt === 0) load();
    },
    insist() {
      if (link) link.insist();
      else if (isWaiting) load();
    },
    send: (frame) => link?.send(frame) ?? false,
    share(act) {
      if (link || attempt === 0) return link?.share(act);
      // The other tabs may have been linked for long.
      try {
        const channel = place?.channel(options.name(), () => {});
        channel?.post({ type: 'act', act });
        channel?.close();
      } catch {
        // Where there are no channels, there is nobody to tell.
      }
    },
    destroy() {
      isOver = true;
      cancel();
      if (link) link.destroy();
      else options.onState({ status: 'closed', reason: 'destroyed', retryAt: null });
    },
  };
}
