import { type Ears, type End, openSocket, quotedAfter, type Wire } from './wire.js';

/** The floor's own few words. */
export const bareWire: Wire = {
  async openPair(url, index, earsOf) {
    const [visitor, agent] = await Promise.all([
      open(url, index, earsOf('visitor')),
      open(url, index, earsOf('agent')),
    ]);
    return { visitor, agent };
  },
  openIdle: (url, index) => open(url, index, { acked: () => {}, delivered: () => {} }),
};

async function open(url: string, index: number, ears: Ears): Promise<End> {
  const socket = await openSocket(`${url.replace('http', 'ws')}/${index}`, (text) => {
    const id = quotedAfter(text, '"id":"')?.value ?? '';
    if (text.startsWith('{"type":"ack"')) ears.acked(id);
    else ears.delivered(id);
  });
  return {
    send: (id, text) => socket.send(JSON.stringify({ id, text })),
    close: () => socket.terminate(),
  };
}
