import type { CDPSession, Page } from '@playwright/test';

/** What a page holds on to that outlives an element: counted from before any script of it runs. */
export interface Holdings {
  /** On the window, the document, its root and its body, and the visual viewport. */
  listeners: string[];
  timers: number;
  sockets: number;
  channels: number;
  locks: number;
  elements: number;
  globals: number;
  sheets: number;
  title: string;
}

/** From now on `holdings` can tell what pages of this hold. */
export const countHoldings = (page: Page) => page.addInitScript(patchPage);

export const holdings = (page: Page): Promise<Holdings> =>
  page.evaluate(() => (window as unknown as { holdings(): Promise<Holdings> }).holdings());

/** What is left in memory when what nobody holds is gone. */
export async function memoryOf(
  session: CDPSession,
): Promise<{ bytes: number; nodes: number; listeners: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}

function patchPage(): void {
  const listening = new Map<EventTarget, string[]>();
  const timers = new Set<unknown>();
  const open = { WebSocket: new Set<unknown>(), BroadcastChannel: new Set<unknown>() };
  const ids = new WeakMap<object, number>();
  let count = 0;
  const idOf = (listener: object | null) => {
    if (listener && !ids.has(listener)) ids.set(listener, ++count);
    return listener ? ids.get(listener) : 0;
  };
  const keyOf = (
    type: string,
    listener: object | null,
    options: boolean | EventListenerOptions | undefined,
  ) => `${type} ${Boolean(typeof options === 'object' ? options.capture : options)} ${idOf(listener)}`;

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const lasting: unknown[] = [window, document, document.documentElement, document.body, visualViewport];
    if (lasting.includes(target) && !(typeof options === 'object' && options.once)) {
      const keys = listening.get(target) ?? [];
      const key = keyOf(type, listener, options);
      listening.set(target, keys.includes(key) ? keys : [...keys, key]);
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    const gone = keyOf(type, listener, options);
    const keys = listening.get(target);
    if (keys)
      listening.set(
        target,
        keys.filter((key) => key !== gone),
      );
    return remove.call(target, type, listener, options);
  };

  const { setTimeout: start, setInterval: repeat, clearTimeout: end } = window;
  const stop = (timer: number | undefined) => {
    timers.delete(timer);
    end(timer);
  };
  Object.assign(window, {
    setTimeout(work: (...given: unknown[]) => void, ms?: number, ...rest: unknown[]) {
      const timer = start(() => {
        timers.delete(timer);
        work(...rest);
      }, ms);
      timers.add(timer);
      return timer;
    },
    setInterval(work: () => void, ms?: number) {
      const timer = repeat(work, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout: stop,
    clearInterval: stop,
  });
  for (const name of ['WebSocket', 'BroadcastChannel'] as const) {
    const all = open[name];
    const counting = new Proxy(window[name] as new (...given: never[]) => EventTarget & { close(): void }, {
      construct(Class, given: never[]) {
        const made = new Class(...given);
        const close = made.close.bind(made);
        all.add(made);
        made.close = () => {
          all.delete(made);
          close();
        };
        return made;
      },
    });
    Object.assign(window, { [name]: counting });
  }
  const told = async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return {
      listeners: [...listening]
        .flatMap(([target, keys]) => keys.map((key) => `${target.constructor.name} ${key.split(' ')[0]}`))
        .sort(),
      timers: timers.size,
      sockets: open.WebSocket.size,
      channels: open.BroadcastChannel.size,
      locks: held.length + pending.length,
      elements: document.querySelectorAll('*').length,
      globals: Object.keys(window).length,
      sheets: document.adoptedStyleSheets.length,
      title: document.title,
    };
  };
  Object.defineProperty(window, 'holdings', { enumerable: false, value: told });
}
