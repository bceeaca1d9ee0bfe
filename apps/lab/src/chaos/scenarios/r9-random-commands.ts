import type { HandoffSettings } from '@batonchat/protocol';
import { agree, botIsDone, watchOwners } from '../agreement.js';
import type { AgentPerson } from '../people.js';
import type { Random } from '../random.js';
import { type Issued, play } from '../random-commands/play.js';
import { divergencesOf } from '../random-commands/replay.js';
import { inWords, type Script, scriptOf, shorter } from '../random-commands/script.js';
import { refold } from '../refold.js';
import { shows } from '../rooms.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

const lanes = 50;
const lanesPerPair = 10;
const triesToShrink = 40;

interface Played {
  script: Script;
  conversationId: string;
  issued: Issued[];
}

/**
 * Anything, by a visitor, two agents and a bot, in any order and at the same time. What each was told, and the log, must
 * be what the model says.
 */
export const randomCommands: Scenario = {
  id: 'R9',
  title: 'random commands of visitor, agents and bot against the model',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { random, scale, ledger } = trial;
    ledger.allowFailed();
    const handoff: HandoffSettings = {
      collect: random.pick(['never', 'while-waiting', 'before']),
      botWhilePending: random.pick(['silent', 'answers']),
      undoWindowMs: random.pick([0, 50]),
    };
    const relay = await trial.startRelay({ bot: 'scripted', handoff });
    const pairs = Array.from({ length: lanes / lanesPerPair }, (_, index): [AgentPerson, AgentPerson] => [
      trial.agent(relay.url, 2 * index),
      trial.agent(relay.url, 2 * index + 1),
    ]);
    await until('The agents are connected', 20_000, () => pairs.flat().every((agent) => agent.isConnected()));
    const people = [...pairs.flat()];
    watchOwners(trial, people);

    async function playOne(
      script: Script,
      agents: [AgentPerson, AgentPerson],
      chance: Random,
    ): Promise<Played> {
      const visitor = trial.visitor(relay.url);
      await shows(visitor, 'its conversation is there', () => visitor.conversationId() !== null);
      const conversationId = visitor.conversationId() ?? '';
      for (const agent of agents) agent.client.openConversation(conversationId);
      await Promise.all(
        agents.map((agent) =>
          shows(agent, 'the conversation is there', () => agent.shown(conversationId)?.conversation != null),
        ),
      );
      return {
        script,
        conversationId,
        issued: await play({ conversationId, visitor, agents, say: ledger.say }, script, chance),
      };
    }

    const played: Played[] = [];
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        const chance = random.fork(`lane ${lane}`);
        const agents = pairs[lane % pairs.length];
        for (let round = lane; agents && round < scale.rounds; round += lanes)
          played.push(await playOne(scriptOf(chance), agents, chance));
      }),
    );
    const first = await firstDivergent(trial, played, handoff);
    const [pair] = pairs;
    if (first && pair) {
      const { script, wrong } = await shrunk(first);
      trial.check(`with ${JSON.stringify(handoff)}: ${wrong}\n      after: ${inWords(script)}`, false);
    }

    /** Plays shorter and shorter scripts, as long as one of them still goes wrong. */
    async function shrunk(found: {
      script: Script;
      wrong: string;
    }): Promise<{ script: Script; wrong: string }> {
      let shortest = found;
      let tries = 0;
      for (let candidates = shorter(found.script); pair && candidates.length > 0 && tries < triesToShrink; ) {
        const [script = [], ...rest] = candidates;
        tries += 1;
        const again = await firstDivergent(trial, [await playOne(script, pair, random)], handoff);
        if (again) shortest = again;
        candidates = again ? shorter(again.script) : rest;
      }
      return shortest;
    }

    await ledger.settle();
    await agree(trial, people);
    await trial.close();
    const all = played.flatMap(({ issued }) => issued);
    trial.measure('sequences', played.length, { unit: '' });
    trial.measure('commands', all.length, { unit: '' });
    trial.measure('refused', all.filter(({ refusedAs }) => refusedAs !== null).length, { unit: '' });
  },
};

/** The first of these whose log or refusals the model has otherwise. */
async function firstDivergent(trial: Trial, played: readonly Played[], settings: HandoffSettings) {
  await botIsDone(trial);
  const logs = refold(await trial.place.events());
  for (const { conversationId, issued, script } of played) {
    const log = logs.get(conversationId);
    const [wrong] = log ? divergencesOf(log, issued, settings) : ['nothing is stored'];
    if (wrong) return { script, wrong };
  }
  return null;
}
