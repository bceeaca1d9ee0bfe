import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Bot, createRelay } from '../index.js';

const bot: Bot = {
  id: 'parrot',
  name: 'Polly',
  async *reply(turn) {
    if (turn.type !== 'message') return;
    if (/refund/i.test(turn.text)) {
      yield { type: 'message', text: 'A human can do that.' };
      yield { type: 'handoff', reason: 'topic', summary: 'Wants a refund.' };
    } else yield { type: 'message', text: `You said: ${turn.text}` };
  },
};

const relay = createRelay({ bot, dataFolder: process.env['BATON_DATA'] ?? '.baton' });
const baton = getRequestListener((request, node) => relay.fetch(request, node));

const server = createServer((request, response) => {
  if (/^\/(api|console|embed|files|health)\b/.test(request.url ?? '')) return baton(request, response);
  return response.end('Your own site.');
});
server.on('upgrade', (request, socket, head) => {
  if (!relay.upgrade(request, socket, head)) socket.destroy();
});

await relay.start();
await relay.ensureAgent({ email: 'ada@shop.example', name: 'Ada', password: 'choose-a-better-one' });
server.listen(Number(process.env['PORT'] ?? 3000), () => console.log('Listening.'));
