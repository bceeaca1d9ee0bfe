import type { Figure } from './figure.js';
import { type SubjectName, startSubject } from './subject.js';

const warmUpSockets = 200;

/**
 * Resident memory a socket that says nothing (bytes): with all of them and without, the garbage collected before
 * each reading, in a process of its own that has served, and lost, 200 others before. Baton's are visitors whose
 * conversation is open, so what it keeps of them is counted with their sockets.
 */
async function bytesPerIdleSocket(name: SubjectName, sockets: number): Promise<number> {
  const subject = await startSubject(name);
  try {
    const { server, load } = subject;
    await load.ask('openIdle', warmUpSockets);
    await load.ask('closeIdle');
    const without = await server.ask('residentBytes');
    await load.ask('openIdle', sockets);
    return ((await server.ask('residentBytes')) - without) / sockets;
  } finally {
    await subject.stop();
  }
}

/** The memory of an idle socket of the floor, the peer and Baton. */
export async function measureIdleMemory(sockets: number): Promise<Figure[]> {
  const kilobytes: Partial<Record<SubjectName, number>> = {};
  for (const name of ['bare ws', 'Socket.IO', 'Baton, SQLite'] as const)
    kilobytes[name] = (await bytesPerIdleSocket(name, sockets)) / 1024;
  const shown = (name: SubjectName) => `${name} ${kilobytes[name]?.toFixed(1)} KB`;
  return [
    {
      name: `Baton, SQLite: memory an idle socket, at ${sockets}`,
      measured: kilobytes['Baton, SQLite'] ?? Number.NaN,
      unit: 'KB',
      must: 17,
      goal: 13,
      isHigherBetter: false,
      from: `${shown('bare ws')}, ${shown('Socket.IO')}`,
    },
  ];
}
