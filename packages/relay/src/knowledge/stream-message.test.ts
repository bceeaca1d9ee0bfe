import { describe, expect, it } from 'vitest';
import type { BotOutput } from '../bot.js';
import { readingPace, streamMessage } from './stream-message.js';

async function collect(outputs: AsyncIterable<BotOutput>): Promise<BotOutput[]> {
  const all: BotOutput[] = [];
  for await (const output of outputs) all.push(output);
  return all;
}

describe('streamMessage', () => {
  const calm = new AbortController().signal;
  const atOnce = () => Promise.resolve();

  it.each(['One two three.', ' - a\n- b\n\n[c](/d) ', 'word '.repeat(1000), ''])(
    'says pieces that make up the message, then the message: %j',
    async (text) => {
      const outputs = await collect(streamMessage(text, atOnce, calm));
      const deltas = outputs.filter((output) => output.type === 'delta');
      expect(deltas.map((delta) => delta.text).join('')).toBe(text);
      expect(deltas.length).toBeLessThanOrEqual(100);
      expect(outputs.at(-1)).toEqual({ type: 'message', text });
    },
  );

  it('takes its time between the pieces', async () => {
    let pauses = 0;
    const pace = async () => {
      pauses++;
    };
    await collect(streamMessage('One two three.', pace, calm));
    expect(pauses).toBe(3);
  });

  it('falls silent when it is aborted, and waits no longer', async () => {
    const controller = new AbortController();
    const said: BotOutput[] = [];
    for await (const output of streamMessage('One two three.', readingPace, controller.signal)) {
      said.push(output);
      if (said.length === 2) controller.abort();
    }
    expect(said).toEqual([
      { type: 'delta', text: 'One ' },
      { type: 'delta', text: 'two ' },
    ]);
  });

  it('passes on what goes wrong while it waits', async () => {
    const pace = () => Promise.reject(new Error('The clock broke.'));
    await expect(collect(streamMessage('One two.', pace, calm))).rejects.toThrow('The clock broke.');
  });
});
