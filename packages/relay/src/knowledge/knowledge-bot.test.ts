import { describe, expect, it } from 'vitest';
import type { BotHistoryItem, BotOutput, BotTurn } from '../bot.js';
import { createKnowledgeBot } from './knowledge-bot.js';

const articles = [
  {
    title: 'Returns and [refunds]',
    url: '/help/returns',
    category: 'After your order',
    body: 'You have 30 days to return a bag.\n\n## What a return costs\n\nFrom the EU it costs **€5**.\n',
  },
  {
    title: 'Delivery',
    url: '/help/delivery',
    category: 'Delivery',
    keywords: ['Canada', 'Spain'],
    body: 'We deliver worldwide.\n\n## What delivery costs\n\nTo Spain €4.90, to Canada €19.\n\n## Times\n\nTwo days.\n',
  },
  {
    title: 'Five-year warranty',
    url: '/help/warranty',
    category: 'After your order',
    body: 'Seams and zips are covered for five years.\n\n## Make a claim\n\nSend us a photo for a warranty claim.\n',
  },
];

const bot = createKnowledgeBot({ articles, name: 'Fern', pace: () => Promise.resolve() });

async function reply(turn: BotTurn, history: BotHistoryItem[] = []) {
  const context = { conversationId: 'c', locale: null, history, signal: new AbortController().signal };
  const outputs: BotOutput[] = [];
  for await (const output of bot.reply(turn, context)) if (output.type !== 'delta') outputs.push(output);
  const [message] = outputs.flatMap((output) => (output.type === 'message' ? [output.text] : []));
  return { outputs, said: message ?? '', last: outputs.at(-1) };
}
const ask = (text: string, history: BotHistoryItem[] = []) => reply({ type: 'message', text }, history);

describe('the knowledge bot', () => {
  it('greets: who it is, that it is a bot, what it knows, and that a human can be asked for', async () => {
    const { said, outputs } = await reply({ type: 'started' });
    expect(said).toMatch(/Fern, a bot/);
    expect(said).toContain('after your order, delivery');
    expect(said).toContain('ask for a human');
    expect(outputs).toHaveLength(1);
  });

  it("answers in the article's own words and links its source", async () => {
    const { said, outputs } = await ask('How much is a return?');
    expect(said).toBe('From the EU it costs **€5**.\n\n[Returns and \\[refunds\\]](/help/returns)');
    expect(outputs).toHaveLength(1);
  });

  it('understands other words and slips of the pen', async () => {
    expect((await ask('what do you charge for shipping')).said).toContain('(/help/delivery)');
    expect((await ask('warrenty claim')).said).toContain('(/help/warranty)');
  });

  it('streams the message it ends with', async () => {
    const context = { conversationId: 'c', locale: null, history: [], signal: new AbortController().signal };
    let streamed = '';
    let whole = '';
    for await (const output of bot.reply({ type: 'message', text: 'How much is a return?' }, context)) {
      if (output.type === 'delta') streamed += output.text;
      if (output.type === 'message') whole = output.text;
    }
    expect(streamed).toBe(whole);
  });

  it('offers a human, and invents nothing, when it searched and found nothing good enough', async () => {
    const { said, last } = await ask('Do you sell umbrellas for dogs?');
    expect(said).toMatch(/could not find/);
    expect(last).toMatchObject({ type: 'offer', reason: 'low-confidence', searchedKnowledge: true });
    expect(last).toHaveProperty('confidence', expect.closeTo(0, 0));
  });

  it('names the nearest page when it is not sure', async () => {
    const { said, last } = await ask('Is the warranty transferable?');
    expect(said).toContain('[Five-year warranty](/help/warranty)');
    expect(last).toMatchObject({ type: 'offer' });
  });

  it('hands over when a human is asked for, and says nothing beside it', async () => {
    const { outputs } = await ask('Can I speak to a real person?');
    expect(outputs).toEqual([{ type: 'handoff', reason: 'asked' }]);
  });

  it('takes a typed "yes" to its offer for one, and "no" for none', async () => {
    const { said } = await ask('Do you sell umbrellas for dogs?');
    const history: BotHistoryItem[] = [{ author: 'bot', text: said }];
    expect((await ask('yes please', history)).outputs).toEqual([{ type: 'handoff', reason: 'asked' }]);
    expect((await ask('no thanks', history)).last).toMatchObject({ type: 'message' });
    expect((await ask('yes please')).last).toMatchObject({ type: 'message' });
  });

  it('offers a human at the third asking of the same', async () => {
    const history = ['How much is a return?', 'what does a return cost']
      .map((text): BotHistoryItem => ({ author: 'visitor', text }))
      .flatMap((item): BotHistoryItem[] => [item, { author: 'bot', text: 'From the EU …' }]);
    const { said, last } = await ask('return costs?', history);
    expect(said).not.toContain('€5');
    expect(last).toMatchObject({ type: 'offer', reason: 'repeated-question' });
  });

  it('understands what a follow-up leans on', async () => {
    const history: BotHistoryItem[] = [{ author: 'visitor', text: 'What does delivery to Spain cost?' }];
    expect((await ask('and to Canada?', history)).said).toContain('Canada €19');
  });

  it.each([
    ['hello', /Hello/],
    ['thank you!', /welcome/],
    ['are you a human?', /I’m a bot/],
    ["I don't want a human", /What would you like to know/],
    ['???', /a few words/],
  ])('answers "%s" without a search or an offer', async (text, line) => {
    const { said, outputs } = await ask(text);
    expect(said).toMatch(line);
    expect(outputs).toHaveLength(1);
  });

  it('says nothing when a handoff has ended', async () => {
    const turn = { type: 'handoff-ended', endReason: 'resolved-by-agent', summary: null } as const;
    expect((await reply(turn)).outputs).toEqual([]);
  });

  it('says no more, and offers nothing, once it is aborted', async () => {
    const controller = new AbortController();
    const context = { conversationId: 'c', locale: null, history: [], signal: controller.signal };
    const types: string[] = [];
    for await (const output of bot.reply({ type: 'message', text: 'umbrellas?' }, context)) {
      types.push(output.type);
      controller.abort();
    }
    expect(types).toEqual(['delta']);
  });

  it("knows the site's own synonyms besides the everyday ones", async () => {
    const own = createKnowledgeBot({
      articles,
      synonyms: [['warranty', 'peace of mind']],
      pace: async () => {},
    });
    const context = { conversationId: 'c', locale: null, history: [], signal: new AbortController().signal };
    const said: string[] = [];
    for await (const output of own.reply({ type: 'message', text: 'peace of mind claim' }, context))
      if (output.type === 'message') said.push(output.text);
    expect(said.join()).toContain('(/help/warranty)');
  });
});
