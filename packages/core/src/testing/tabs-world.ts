import type { Clock } from '../clock.js';
import type { ChatStorage } from '../storage/storage.js';
import type { TabsPlace } from '../tabs/place.js';
import type { Transport } from '../transport.js';

interface Lock {
  holder: Request | null;
  queue: Request[];
}
interface Request {
  tab: Tab;
  held(): Promise<void>;
  resolve(): void;
  reject(error: Error): void;
}
interface Channel {
  tab: Tab;
  name: string;
  receive(message: unknown): void;
}
interface Tab {
  /** Runs what reaches the tab from outside: at once, when it is thawed, or never once it is dead. */
  run(work: () => void): void;
  isVisible: boolean;
  wakes: Set<() => void>;
  leaves: Set<() => void>;
}

/** One tab of the world: what a client in it is given, and what can be done to it. */
export interface TestTab {
  place: TabsPlace;
  clock: Clock;
  /** The same, until the tab is dead. */
  transport(transport: Transport): Transport;
  storage<Command>(storage: ChatStorage<Command>): ChatStorage<Command>;
  /** Ends it as a crash does: nothing in it runs any more, and its locks are free. */
  kill(): void;
  /** Nothing in it runs until `thaw`; its locks stay held. */
  freeze(): void;
  thaw(): void;
  /** Leaves its page for the back-forward cache: as `freeze`, but it may let go first, and its sockets end. */
  leave(): void;
  hide(): void;
  show(): void;
  /** From now on its timers run so much late, as those of a hidden tab may. */
  delayTimers(ms: number): void;
}

/** The tabs of one origin, with locks and channels that behave as the browser's do. */
export function createTabsWorld(clock: Clock) {
  const locks = new Map<string, Lock>();
  const channels = new Set<Channel>();
  /** What was posted on any channel, in order. */
  const posted: { type: string }[] = [];

  function grant(lock: Lock) {
    const next = lock.holder ? undefined : lock.queue.shift();
    if (!next) return;
    lock.holder = next;
    next.tab.run(() => {
      if (lock.holder !== next) return;
      const free = () => {
        next.resolve();
        release(lock, next);
      };
      next.held().then(free, free);
    });
  }

  function release(lock: Lock, request: Request) {
    if (lock.holder === request) lock.holder = null;
    lock.queue = lock.queue.filter((each) => each !== request);
    queueMicrotask(() => grant(lock));
  }

  const requestIn =
    (tab: Tab): TabsPlace['request'] =>
    (name, options, held) =>
      new Promise<void>((resolve, reject) => {
        const lock = locks.get(name) ?? { holder: null, queue: [] };
        locks.set(name, lock);
        const request: Request = { tab, held, resolve, reject };
        if ('steal' in options) {
          const robbed = lock.holder;
          lock.holder = null;
          lock.queue.unshift(request);
          robbed?.tab.run(() => robbed.reject(new Error('Stolen.')));
        } else {
          lock.queue.push(request);
          options.signal.addEventListener('abort', () => {
            if (!lock.queue.includes(request)) return;
            release(lock, request);
            reject(new Error('Given up.'));
          });
        }
        queueMicrotask(() => grant(lock));
      });

  const channelIn =
    (tab: Tab): TabsPlace['channel'] =>
    (name, receive) => {
      const own: Channel = { tab, name, receive };
      channels.add(own);
      return {
        post(message) {
          const copy = structuredClone(message);
          posted.push(copy as { type: string });
          for (const each of channels)
            if (each !== own && each.name === name)
              queueMicrotask(() =>
                each.tab.run(() => {
                  if (channels.has(each)) each.receive(structuredClone(copy));
                }),
              );
        },
        close: () => channels.delete(own),
      };
    };

  function open(): TestTab {
    let isDead = false;
    let waiting: (() => void)[] | null = null;
    let delayMs = 0;
    const tab: Tab = {
      run(work) {
        if (isDead) return;
        if (waiting) waiting.push(work);
        else work();
      },
      isVisible: true,
      wakes: new Set(),
      leaves: new Set(),
    };
    const wake = () => {
      for (const each of tab.wakes) each();
    };
    const connections = new Set<{ close(): void }>();
    /** What is called off does not run, also where it fell due while the tab was frozen. */
    const timer = (start: Clock['nextFrame'], run: () => void) => {
      let isOff = false;
      const cancel = start(() =>
        tab.run(() => {
          if (!isOff) run();
        }),
      );
      return () => {
        isOff = true;
        cancel();
      };
    };
    /** A promise that settles in this tab, or never. */
    const here = async <Result>(promise: Promise<Result>): Promise<Result> => {
      const result = await promise;
      return new Promise((resolve) => tab.run(() => resolve(result)));
    };

    return {
      place: {
        request: requestIn(tab),
        channel: channelIn(tab),
        isVisible: () => tab.isVisible,
        onWake(listener, leave) {
          tab.wakes.add(listener);
          tab.leaves.add(leave);
          return () => {
            tab.wakes.delete(listener);
            tab.leaves.delete(leave);
          };
        },
      },
      clock: {
        ...clock,
        after: (ms, run) => timer((due) => clock.after(ms + delayMs, due), run),
        nextFrame: (run) => timer(clock.nextFrame, run),
      },
      transport: (given) => ({
        ...given,
        connect(handlers) {
          const connection = given.connect({
            onOpen: () => tab.run(handlers.onOpen),
            onFrame: (frame) => tab.run(() => handlers.onFrame(frame)),
            onClose: (close) => tab.run(() => handlers.onClose(close)),
          });
          connections.add(connection);
          return connection;
        },
      }),
      storage: (given) => ({
        ...given,
        readOutbox: () => here(given.readOutbox()),
        writeOutboxItem: (item) => here(isDead ? new Promise(() => {}) : given.writeOutboxItem(item)),
        deleteOutboxItem: (id) => here(isDead ? new Promise(() => {}) : given.deleteOutboxItem(id)),
      }),
      kill() {
        isDead = true;
        for (const each of channels) if (each.tab === tab) channels.delete(each);
        for (const lock of locks.values())
          for (const request of [...lock.queue, lock.holder])
            if (request?.tab === tab) release(lock, request);
        for (const connection of connections) connection.close();
      },
      leave() {
        for (const each of tab.leaves) each();
        for (const connection of connections) connection.close();
        waiting ??= [];
      },
      freeze() {
        waiting ??= [];
      },
      thaw() {
        const late = waiting ?? [];
        waiting = null;
        for (const work of late) tab.run(work);
        tab.run(wake);
      },
      hide() {
        tab.isVisible = false;
      },
      show() {
        tab.isVisible = true;
        wake();
      },
      delayTimers(ms) {
        delayMs = ms;
      },
    };
  }

  return {
    open,
    posted,
    /** How many channels are open, and requests for locks held or waiting. */
    openChannels: () => channels.size,
    requests: () =>
      [...locks.values()].reduce((sum, { holder, queue }) => sum + queue.length + (holder ? 1 : 0), 0),
  };
}
