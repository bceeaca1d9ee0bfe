import { readFile } from 'node:fs/promises';

/** How long the main thread of a process ran, and how long it was ready to and had to wait for a processor. */
export interface ProcessorTime {
  ranMs: number;
  waitedMs: number;
}

/** Since the process began. Nothing but zeros where the system does not count it. */
export async function processorTimeOf(pid: number): Promise<ProcessorTime> {
  const text = await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').catch(() => '0 0 0');
  const [ran = 0, waited = 0] = text.split(' ').map(Number);
  return { ranMs: ran / 1e6, waitedMs: waited / 1e6 };
}

/** How many times longer everything took between two moments than on a machine of its own; 1 where nothing waited. */
export const stretchBetween = (before: ProcessorTime, after: ProcessorTime): number => {
  const ranMs = after.ranMs - before.ranMs;
  return ranMs > 0 ? (ranMs + after.waitedMs - before.waitedMs) / ranMs : 1;
};
