import type { Pairs } from './pairs.js';

/** What came of a closed loop. */
export interface Throughput {
  /** Acknowledged messages a second. */
  perSecond: number;
  sent: number;
  acked: number;
  delivered: number;
  /** CPU of the load itself, of one core. */
  loadCpu: number;
}

/** Every sender has one message under way at any time; counted after a warm-up. Ends when nothing is under way. */
export async function throughput(pairs: Pairs, warmUpMs: number, forMs: number): Promise<Throughput> {
  let sent = 0;
  let acked = 0;
  let delivered = 0;
  let isOver = false;
  let counted = { perSecond: 0, loadCpu: 0 };
  await new Promise<void>((resolve) => {
    const settle = () => {
      if (isOver && acked === sent && delivered === sent) resolve();
    };
    pairs.onDelivered = () => {
      delivered += 1;
      settle();
    };
    pairs.onAcked = (sender) => {
      acked += 1;
      if (isOver) return settle();
      sent += 1;
      sender.send();
    };
    for (const sender of pairs.senders) {
      sent += 1;
      sender.send();
    }
    setTimeout(() => {
      const from = performance.now();
      const ackedBefore = acked;
      const cpuBefore = process.cpuUsage();
      setTimeout(() => {
        const seconds = (performance.now() - from) / 1000;
        const { user, system } = process.cpuUsage(cpuBefore);
        counted = { perSecond: (acked - ackedBefore) / seconds, loadCpu: (user + system) / 1e6 / seconds };
        isOver = true;
      }, forMs);
    }, warmUpMs);
  });
  return { ...counted, sent, acked, delivered };
}
