import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bot, createRelay, serveRelay } from '@batonchat/relay';
import { freePort } from './product.ts';

/** A relay in this process, with a bot that sends every kind of part, and the console for its agent Ada. */
export interface OwnRelay {
  url: string;
  password: string;
  close(): Promise<void>;
}

const folderOf = (url: string) => fileURLToPath(new URL('.', url));

const choices = {
  type: 'choices' as const,
  prompt: 'What is it about?',
  choices: [
    { id: 'return', label: 'A return' },
    { id: 'repair', label: 'A repair' },
  ],
};
const picture = { url: 'https://pictures.example/sling.svg', width: 60, height: 40, alt: 'A sling' };
const card = { title: 'Volta sling', text: 'For **every day**.', image: picture };
const form = {
  type: 'form' as const,
  title: 'Your order',
  fields: [{ id: 'order', label: 'Order number', kind: 'text' as const, isRequired: true }],
};
const rating = {
  type: 'rating' as const,
  scale: 5 as const,
  kind: 'stars' as const,
  prompt: 'How was it?',
  hasComment: true,
};

const bot: Bot = {
  id: 'walker',
  name: 'Fern',
  async *reply(turn) {
    if (turn.type === 'started') yield { type: 'message', text: 'Hello!', parts: [choices] };
    else if (turn.type === 'choice') yield { type: 'message', text: 'Returns are free.' };
    else if (turn.type === 'handoff-ended') yield { type: 'message', text: '', parts: [rating] };
    else if (turn.type === 'rating') yield { type: 'message', text: 'Thank you!' };
    else if (turn.type !== 'message') return;
    else if (turn.text === 'parts') {
      yield {
        type: 'message',
        text: '| a | b |\n| - | - |\n| 1 | 2 |\n\n```ts\nlet x = 1;\n```\n\n- [x] done',
      };
      yield { type: 'message', text: 'A picture', parts: [{ type: 'image', name: 'sling.svg', ...picture }] };
      yield { type: 'message', text: 'A card', parts: [{ type: 'card', ...card }] };
      yield { type: 'message', text: 'Cards', parts: [{ type: 'carousel', cards: [card, card, card] }] };
      yield { type: 'message', text: 'A form', parts: [form] };
    } else yield { type: 'message', text: `You said: ${turn.text}` };
  },
};

export async function startOwnRelay(): Promise<OwnRelay> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'baton-e2e-'));
  const port = await freePort();
  const relay = createRelay({
    bot,
    dataFolder,
    log: { info() {}, warn: console.warn, error: console.error },
    origins: [(origin: string) => origin.startsWith('http://localhost:')],
    consoleFolder: folderOf(import.meta.resolve('@batonchat/console/dist/index.html')),
    embedFolder: folderOf(import.meta.resolve('@batonchat/embed/embed.js')),
  });
  const served = await serveRelay(relay, { port });
  const password = 'a-password-for-tests';
  await relay.ensureAgent({ email: 'ada@demo.example', name: 'Ada', password });
  return {
    url: `http://localhost:${port}`,
    password,
    async close() {
      await served.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
