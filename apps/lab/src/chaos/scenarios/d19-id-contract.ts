import { handOver } from '../load.js';
import type { AgentPerson, VisitorPerson } from '../people.js';
import { type Answer, type RawSocket, rawAgent, rawVisitor } from '../raw-socket.js';
import type { RelayProcess } from '../relay-process.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

/** Two visitors of one agent, each with real clients that look on. */
interface Lane {
  agent: AgentPerson;
  cookie: string;
  own: { visitor: VisitorPerson; conversationId: string };
  other: { visitor: VisitorPerson; conversationId: string };
}

/** The sockets of a lane that do what no client does. */
interface Sockets {
  /** Two tabs of the one visitor. */
  tabs: readonly [RawSocket, RawSocket];
  other: RawSocket;
  agent: RawSocket;
}

const lanesCount = 4;

/**
 * An id stands for one message of one conversation for ever: said again with other words, by the same or another,
 * at once, later or after a restart, it is the first that counts, and its number is the answer. In another
 * conversation the same id is another message.
 */
export const idContract: Scenario = {
  id: 'D19',
  title: 'an id is one message of one conversation',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const relay = await trial.startRelay();
    const lanes = await Promise.all(
      Array.from({ length: lanesCount }, (_, number) => openLane(trial, relay, number)),
    );
    const old: { lane: Lane; id: string; text: string; seq: number }[] = [];
    for (const half of [0, 1]) {
      await Promise.all(
        lanes.map(async (lane, index) => {
          const sockets = await openSockets(trial, relay, lane);
          const random = trial.random.fork(`lane ${half} ${index}`);
          for (const { id, text, seq } of old.filter((each) => each.lane === lane).slice(-5)) {
            const again = firstOf(await sockets.tabs[0].say(lane.own.conversationId, id, 'after a restart'));
            trial.check(
              `an id is remembered over a restart: ${show(again)}`,
              again.text === text && again.seq === seq,
            );
          }
          for (let round = half; round < trial.scale.rounds / lanesCount; round += 2)
            old.push({ lane, ...(await oneRound(trial, lane, sockets, random)) });
        }),
      );
      if (half === 0) {
        await relay.kill();
        await relay.start();
      }
    }
    await trial.ledger.settle();
    const stored = await trial.place.events();
    for (const { lane, id, text } of old)
      for (const { conversationId } of [lane.own, lane.other]) {
        const found = stored.filter(
          (event) => event.conversationId === conversationId && event.causedBy === id,
        );
        trial.check(
          `${id} is stored once in ${conversationId}, not ${found.length} times`,
          found.length === 1,
        );
        const isText = JSON.stringify(found[0]?.body).includes(JSON.stringify(text));
        trial.check(
          `${id} has its own words in each conversation`,
          isText === (conversationId === lane.own.conversationId),
        );
      }
    trial.measure('ids', old.length, { unit: '' });
  },
};

async function oneRound(
  trial: Trial,
  { own, other, agent }: Lane,
  { tabs, other: stranger, agent: colleague }: Sockets,
  random: Trial['random'],
): Promise<{ id: string; text: string; seq: number }> {
  const id = `id-${random.next().toString(36).slice(2)}${random.next().toString(36).slice(2)}`;
  const [first, second] = random.below(2) === 0 ? tabs : [tabs[1], tabs[0]];
  const words = { first: `first of ${id}`, second: `second of ${id}`, other: `other of ${id}` };
  const sayOther = async () => firstOf(await stranger.say(other.conversationId, id, words.other));
  const isOtherBefore = random.below(2) === 0;
  const before = isOtherBefore ? await sayOther() : null;

  trial.ledger.enter(own.visitor, { id, conversationId: own.conversationId, sentAt: performance.now() });
  const saying = first.say(own.conversationId, id, words.first);
  const isAtOnce = random.below(2) === 0;
  const one = isAtOnce ? null : firstOf(await saying);
  const two = firstOf(await second.say(own.conversationId, id, words.second));
  const won = one ?? firstOf(await saying);
  trial.check(
    `the first wins, and its number is the answer to both: ${show(won)}, ${show(two)}`,
    won.seq === two.seq && won.text === two.text && (isAtOnce || won.text === words.first),
  );

  const third = firstOf(await colleague.say(own.conversationId, id, 'the agent, by the same id'));
  trial.check(
    `so it is for another sender in the conversation: ${show(third)}`,
    third.text === won.text && third.seq === won.seq && third.author === won.author,
  );

  const elsewhere = before ?? (await sayOther());
  trial.check(
    `another visitor's is a message of its own: ${show(elsewhere)}`,
    elsewhere.text === words.other,
  );

  const both = `${id}-of-the-agent`;
  const here = firstOf(await colleague.say(own.conversationId, both, `here ${both}`));
  const there = firstOf(await colleague.say(other.conversationId, both, `there ${both}`));
  trial.check(
    `one sender's id is another message in another conversation: ${show(here)}, ${show(there)}`,
    here.text === `here ${both}` && there.text === `there ${both}` && here.author === agent.id,
  );
  // These are in no books, so that nobody else waits for those who look on.
  const hasCome = (where: Lane['own'], seq: number) =>
    [where.visitor, agent].every(
      (view) => (view.shown(where.conversationId)?.conversation?.position.seq ?? 0) >= seq,
    );
  await until('Those who look on have it', 20_000, () => hasCome(own, here.seq) && hasCome(other, there.seq));
  return { id, text: won.text, seq: won.seq };
}

/** The message of an answer; what was refused has none. */
function firstOf(answer: Answer): { seq: number; text: string; author: string } {
  const event = 'events' in answer ? answer.events.find(({ type }) => type === 'message-added') : undefined;
  if (event?.type !== 'message-added')
    return { seq: 0, text: `no message: ${JSON.stringify(answer)}`, author: '' };
  const { parts, author } = event.body.message;
  const [part] = parts;
  return { seq: event.seq, text: part?.type === 'text' ? part.text : '', author: author.id };
}

const show = ({ seq, text }: { seq: number; text: string }): string => `${seq} ${text}`;

async function openLane(trial: Trial, { url }: RelayProcess, number: number): Promise<Lane> {
  const agent = trial.agent(url, number);
  const open = async () => {
    const visitor = trial.visitor(url);
    await until('Both are connected', 20_000, () => visitor.isConnected() && agent.isConnected());
    return { visitor, conversationId: await handOver(visitor, agent) };
  };
  const [own, other] = await Promise.all([open(), open()]);
  return { agent, cookie: trial.place.cookies[number] ?? '', own, other };
}

async function openSockets(
  trial: Trial,
  { url }: RelayProcess,
  { own, other, cookie }: Lane,
): Promise<Sockets> {
  const secret = own.visitor.storage.readSecret();
  const [one, two, stranger, agent] = await Promise.all([
    rawVisitor(url, secret),
    rawVisitor(url, secret),
    rawVisitor(url, other.visitor.storage.readSecret()),
    rawAgent(url, cookie),
  ]);
  for (const { socket } of [one, two, stranger, agent]) trial.defer(() => socket.terminate());
  for (const { conversationId } of [own, other])
    agent.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
  return { tabs: [one, two], other: stranger, agent };
}
