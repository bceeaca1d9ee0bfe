/**
 * Socket.IO's protocol (engine 4, websocket only) in the few words that the load needs. Its own client would
 * make the load slower than the floor's, and so the peer.
 */
import { type Ears, type End, openSocket, quotedAfter, type Wire } from './wire.js';

/** As thin as the floor's. */
export const socketIoWire: Wire = {
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
  let isIn = () => {};
  const entered = new Promise<void>((resolve) => {
    isIn = resolve;
  });
  let asked = 0;
  const socket = await openSocket(
    `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&room=${index}`,
    (text, opened) => {
      if (text.startsWith('42')) ears.delivered(quotedAfter(text, '"id":"')?.value ?? '');
      else if (text.startsWith('43')) ears.acked(quotedAfter(text, '["')?.value ?? '');
      else if (text.startsWith('0')) opened.send('40');
      else if (text.startsWith('40')) isIn();
      else if (text === '2') opened.send('3');
    },
  );
  await entered;
  return {
    send(id, text) {
      asked += 1;
      socket.send(`42${asked}${JSON.stringify(['message', { id, text }])}`);
    },
    close: () => socket.terminate(),
  };
}
