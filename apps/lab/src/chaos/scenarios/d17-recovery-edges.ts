import { type DownFrame, type Position, protocolVersion } from '@batonchat/protocol';
import { WebSocket } from 'ws';
import { handOver } from '../load.js';
import type { VisitorPerson } from '../people.js';
import type { RelayProcess } from '../relay-process.js';
import type { Scenario, Trial } from '../scenario.js';
import { type SleepingClock, sleepingClock } from '../sleeping-clock.js';
import { until } from '../wait.js';

const idleMs = 30 * 60_000;
const timesInARow = 20;
const timesWhileWriting = 3;
const fromTheFuture = 1_000;
const waitMs = 20_000;

/**
 * Reconnects where recovery has failed elsewhere: with nothing to recover, after half an hour, many in a row, with
 * ephemeral frames in between, and from a position that the log has not come to. What a client holds is not sent again.
 */
export const recoveryEdges: Scenario = {
  id: 'D17',
  title: 'reconnects with nothing missed, after long, often, amid typing, and from the future',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { ledger, random } = trial;
    const relay = await trial.startRelay({ bot: 'slow', botWordMs: 60 });
    const idleClock = sleepingClock();
    const [silent, asker, idle, often] = await Promise.all([
      returner(trial, relay),
      returner(trial, relay),
      returner(trial, relay, idleClock),
      returner(trial, relay),
    ]);
    const agents = await Promise.all(
      [idle, often].map(async ({ visitor }, number) => {
        const agent = trial.agent(relay.url, number);
        const conversationId = await handOver(visitor, agent);
        ledger.say(visitor, conversationId);
        return { conversationId, agent };
      }),
    );
    const [ofIdle, ofOften] = agents;
    if (!ofIdle || !ofOften) throw new Error('There are no agents.');
    await ledger.settle();

    const goOnIdle = async () => {
      idleClock.sleep();
      idleClock.wake(idleMs, true);
      await idle.comeBack();
      ledger.say(ofIdle.agent, ofIdle.conversationId);
    };
    const goOnOften = async () => {
      for (let time = 0; time < timesInARow; time += 1) {
        const what = random.pick(['nothing', 'typing', 'message']);
        ofOften.agent.client.setTyping(ofOften.conversationId, what === 'typing');
        if (what === 'message') ledger.say(ofOften.agent, ofOften.conversationId);
        await often.comeBack();
      }
    };
    const goOnAsking = async () => {
      ledger.say(
        asker.visitor,
        asker.visitor.conversationId() ?? '',
        'Write me a long answer, word by word.',
      );
      const { store } = asker.visitor.client;
      for (let time = 0; time < timesWhileWriting; time += 1) {
        const isWriting = () => store.getState().drafts.length > 0 || answersAt(asker.visitor) > 0;
        await until('The bot is writing', waitMs, isWriting);
        await asker.comeBack();
      }
      await until('The bot has answered', waitMs, () => answersAt(asker.visitor) > 0);
      trial.check('the bot answers once', answersAt(asker.visitor) === 1);
    };
    const goOnSilent = async () => {
      for (let time = 0; time < 2; time += 1) await silent.comeBack();
      trial.check('who has said nothing still sees nothing', rowsAt(silent.visitor) === 0);
    };
    await Promise.all([goOnIdle(), goOnOften(), goOnAsking(), goOnSilent()]);
    await ledger.settle();

    const heldTwice = [silent, asker, idle, often].reduce((sum, each) => sum + each.heldTwice(), 0);
    trial.measure('frames with what was held', heldTwice, { atMost: 0, unit: '' });
    for (const { visitor } of [silent, often])
      trial.check(
        'who holds a position of the future gets a snapshot',
        (await answerFromTheFuture(visitor, relay.url)) === 'snapshot',
      );
    await trial.close();
  },
};

/** A visitor on a path of their own that can be cut, whose frames are looked at. */
async function returner(trial: Trial, relay: RelayProcess, clock: Partial<SleepingClock> = {}) {
  const proxy = await trial.proxyTo(relay);
  let heldSeq = 0;
  let twice = 0;
  let answers = 0;
  const onFrame = (frame: DownFrame) => {
    if (frame.type === 'snapshot' && frame.log === 'shared') {
      answers += 1;
      if (heldSeq > 0) twice += 1;
      heldSeq = frame.position.seq;
    }
    if (frame.type !== 'events') return;
    answers += 1;
    if (frame.events.some(({ seq }) => seq <= heldSeq)) twice += 1;
    heldSeq = Math.max(heldSeq, ...frame.events.map(({ seq }) => seq));
  };
  const visitor = trial.visitor(proxy.url, { ...clock, onFrame });
  await until('The conversation is there', waitMs, () => visitor.conversationId() !== null);
  return {
    visitor,
    heldTwice: () => twice,
    /** Is cut off, and comes back at once, as a person does who presses "Try now". */
    async comeBack(): Promise<void> {
      let answersBefore: number | undefined;
      const note = () => {
        if (!visitor.isConnected()) answersBefore ??= answers;
      };
      // Listened to and not looked at now and then: the client may be back by itself within a moment.
      const leave = visitor.onChange(note);
      note();
      for (const link of proxy.links()) link.cut({ reset: trial.random.below(2) === 0 });
      await until('The cut is noticed', waitMs, () => answersBefore !== undefined);
      visitor.client.reconnect();
      await until('They are back', waitMs, () => visitor.isConnected() && answers > (answersBefore ?? 0));
      leave();
    },
  };
}

const answersAt = (visitor: VisitorPerson): number =>
  visitor.client.store
    .getState()
    .conversation?.entries.filter((entry) => entry.kind === 'message' && entry.message.author.kind === 'bot')
    .length ?? 0;

const rowsAt = (visitor: VisitorPerson): number => visitor.rows(visitor.conversationId() ?? '').length;

/** What the relay answers a page of this visitor that says it holds more than there is. */
async function answerFromTheFuture(visitor: VisitorPerson, url: string): Promise<string> {
  const { conversation } = visitor.client.store.getState();
  if (!conversation) throw new Error('There is no conversation.');
  const response = await fetch(`${url}/api/visitor/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: visitor.storage.readSecret() }),
  });
  const { token } = (await response.json()) as { token: string };
  const position: Position = { ...conversation.position, seq: conversation.position.seq + fromTheFuture };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket`, { headers: { origin: url } });
  try {
    return await new Promise<string>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => {
        socket.send(JSON.stringify({ type: 'hello', as: 'visitor', protocol: protocolVersion, token }));
      });
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data)) as DownFrame;
        if (frame.type !== 'welcome') return resolve(frame.type);
        const visit = { page: null, pageTitle: null, referrer: null, locale: null, startedAt: Date.now() };
        const held = { conversationId: conversation.id, position };
        const sessionId = position.id.replaceAll(/[^A-Za-z0-9_-]/g, '').padEnd(22, 'x');
        socket.send(JSON.stringify({ type: 'open', sessionId, ...visit, held }));
      });
    });
  } finally {
    socket.close();
  }
}
