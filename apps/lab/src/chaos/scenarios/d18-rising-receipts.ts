import { rowsOf } from '@batonchat/core';
import type { FaultProxy } from '../fault-proxy.js';
import { meanwhile, openPairs, type Pair, talk } from '../load.js';
import type { AgentPerson, Person, VisitorPerson } from '../people.js';
import { rawAgent, rawVisitor } from '../raw-socket.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause, until } from '../wait.js';

type Kind = Person['kind'];

/** A conversation on three devices, with what the devices of either side have truly had and read. */
interface Room extends Pair {
  tabs: readonly VisitorPerson[];
  devices: Person[];
  had: Record<Kind, number>;
  read: Record<Kind, number>;
}

const perSecond = 150;
const agreedWithinMs = 10_000;
const stages = ['sending', 'sent', 'delivered', 'seen'];
const sides = ['visitor', 'agent'] as const;

/**
 * Messages flow between two tabs and an agent, whose connections are cut or go silent towards them, and the relay is
 * killed; people read here and there, and old marks come again in any order. No stage that is shown ever falls, none
 * says more than a device has had or its owner has read, and in the end everybody shows all of it.
 */
export const risingReceipts: Scenario = {
  id: 'D18',
  title: 'receipts only rise, and never say too much',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { random, scale, place } = trial;
    const relay = await trial.startRelay();
    const paths = { visitor: await trial.proxyTo(relay), agent: await trial.proxyTo(relay) };
    const urls = { visitor: paths.visitor.url, agent: paths.agent.url };
    const rooms = (await openPairs(trial, urls, scale.isLong ? 20 : 4)).map((pair): Room => {
      const tabs = [pair.visitor, otherTabOf(trial, urls.visitor, pair.visitor)];
      const none = { visitor: 0, agent: 0 };
      const room = { ...pair, tabs, devices: [...tabs, pair.agent], had: { ...none }, read: { ...none } };
      for (const device of room.devices) lookOn(trial, room, device);
      return room;
    });

    const load = talk(trial, rooms, { perSecond, forMs: scale.loadMs / 2 });
    const faults = meanwhile(load, { everyMs: 80, random: random.fork('faults') }, async () => {
      const path = paths[random.pick(sides)];
      const links = path.links();
      if (links.length === 0 || random.below(3) > 0) return path.cutOne(random);
      // What the relay writes from now on reaches no device.
      const link = random.pick(links);
      link.swallow(['down']);
      await pause(random.between(50, 300));
      link.cut({ reset: true });
    });
    const reading = meanwhile(load, { everyMs: 10, random: random.fork('reading') }, () =>
      readSome(random, random.pick(rooms)),
    );
    await pause(random.between(500, 1_500));
    await relay.kill();
    await relay.start();
    await Promise.all([load, faults, reading]);
    await trial.ledger.settle();
    for (const [index, room] of rooms.entries())
      await repeatOldMarks(trial, relay.url, room, place.cookies[index % place.cookies.length] ?? '');

    for (const side of sides) await readWhileAway(rooms, side, paths[side === 'agent' ? 'visitor' : 'agent']);

    for (const room of rooms) {
      const fresh = otherTabOf(trial, urls.visitor, room.visitor);
      room.devices.push(fresh);
      lookOn(trial, room, fresh);
    }
    const missing = () => rooms.flatMap((room) => room.devices.flatMap((device) => behind(room, device)));
    await until(
      'Every device shows all that was had and read',
      agreedWithinMs,
      () => missing().length === 0,
    ).catch((error: unknown) => trial.check(`${error} ${missing().slice(0, 6).join('; ')}`, false));
    const marks = rooms.flatMap(({ had, read }) => sides.flatMap((side) => [had[side], read[side]]));
    trial.check('everybody has had and read something', Math.min(...marks) > 0);
  },
};

const otherTabOf = (trial: Trial, url: string, visitor: VisitorPerson): VisitorPerson =>
  trial.visitor(url, { storage: visitor.storage, as: visitor });

/** From now on every change of what this device shows is judged. */
function lookOn(trial: Trial, room: Room, device: Person): void {
  const { conversationId } = room;
  const shownStages = new Map<string, number>();
  const judge = () => {
    for (const { kind, shown } of room.devices)
      room.had[kind] = Math.max(room.had[kind], shown(conversationId)?.conversation?.position.seq ?? 0);
    for (const { kind, deliveredSeq, readSeq } of device.shown(conversationId)?.receipts ?? [])
      if (deliveredSeq > room.had[kind] || readSeq > room.read[kind])
        trial.check(
          `${device.id} shows that the ${kind} had ${deliveredSeq} and read ${readSeq}, who had ${room.had[kind]} and read ${room.read[kind]}`,
          false,
        );
    const shown = device.shown(conversationId);
    for (const row of shown ? rowsOf(shown, device.kind) : []) {
      if (row.kind !== 'message' || row.delivery === null) continue;
      const stage = stages.indexOf(row.delivery);
      const before = shownStages.get(row.key) ?? 0;
      if (stage < before)
        trial.check(`${row.key} falls from ${stages[before]} to ${row.delivery} at ${device.id}`, false);
      shownStages.set(row.key, stage);
    }
  };
  device.onChange(judge);
  judge();
}

/** Somebody reads up to some message, perhaps one that was read long ago. */
function readSome(random: Trial['random'], room: Room): void {
  const device = random.pick([room.agent, ...room.tabs]);
  readUpTo(
    room,
    device,
    random.below((device.shown(room.conversationId)?.conversation?.position.seq ?? 0) + 1),
  );
}

function readUpTo({ conversationId, read }: Room, device: VisitorPerson | AgentPerson, seq: number): void {
  read[device.kind] = Math.max(read[device.kind], seq);
  if ('storage' in device) device.client.markRead(seq);
  else device.client.markRead(conversationId, seq);
}

/** This side reads everything while the other has no connection, and nothing more is said. */
async function readWhileAway(rooms: readonly Room[], side: Kind, path: FaultProxy): Promise<void> {
  path.refuse(true);
  for (const link of path.links()) link.cut({ reset: true });
  for (const room of rooms) {
    const device = room[side];
    readUpTo(room, device, room.had[side]);
    await until('The relay has heard that all is read', agreedWithinMs, () =>
      (device.shown(room.conversationId)?.receipts ?? []).some(
        ({ kind, readSeq }) => kind === side && readSeq === room.read[side],
      ),
    );
  }
  path.refuse(false);
}

/** What the devices of either side said before comes again, in any order and several times. */
async function repeatOldMarks(trial: Trial, url: string, room: Room, cookie: string): Promise<void> {
  const { conversationId, visitor, had, read } = room;
  const sockets = {
    visitor: await rawVisitor(url, visitor.storage.readSecret()),
    agent: await rawAgent(url, cookie),
  };
  for (const side of sides) {
    const { send, frame, received, socket } = sockets[side];
    for (let round = 0; round < trial.scale.rounds; round += 1)
      send({
        type: 'receipt',
        conversationId,
        deliveredSeq: trial.random.below(had[side] + 1),
        readSeq: trial.random.below(read[side] + 1),
      });
    send({ type: 'ping' });
    await frame('The pong behind the marks', received.length, ({ type }) => type === 'pong');
    socket.terminate();
  }
}

const marksOf = ({ had, read }: Room, side: Kind): string => `${had[side]} had, ${read[side]} read`;

/** What this device still does not show, in words. */
function behind(room: Room, device: Person): string[] {
  const receipts = device.shown(room.conversationId)?.receipts ?? [];
  return sides.flatMap((side) => {
    const { deliveredSeq = 0, readSeq = 0 } = receipts.find(({ kind }) => kind === side) ?? {};
    const shown = `${deliveredSeq} had, ${readSeq} read`;
    return shown === marksOf(room, side)
      ? []
      : [`a ${device.kind} shows of the ${side} ${shown}, not ${marksOf(room, side)}`];
  });
}
