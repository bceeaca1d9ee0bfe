import { memoryStorage } from '@batonchat/core';
import type { VisitorCommand } from '@batonchat/protocol';
import { agree } from '../agreement.js';
import type { VisitorPerson } from '../people.js';
import { atOnce, shows } from '../rooms.js';
import type { Scenario } from '../scenario.js';
import { until } from '../wait.js';

const visitorsAtOnce = 50;

/** A visitor whom nobody knows yet opens the widget in several tabs at the same moment. */
export const twoTabs: Scenario = {
  id: 'R5',
  title: 'first contact from two tabs at once',
  places: ['sqlite', 'postgres'],
  mayHaveCompany: true,
  async run(trial) {
    const { random, scale, ledger } = trial;
    const relay = await trial.startRelay();
    const agent = trial.agent(relay.url, 0);
    await until('The agent is connected', 20_000, () => agent.isConnected());
    const all: VisitorPerson[] = [];

    async function open(): Promise<void> {
      const storage = memoryStorage<VisitorCommand>();
      const tabs: VisitorPerson[] = [];
      const openTab = () => tabs.push(trial.visitor(relay.url, { storage }));
      await atOnce(random, random.below(4) === 0 ? [openTab, openTab, openTab] : [openTab, openTab]);
      all.push(...tabs);
      await Promise.all(
        tabs.map((tab) => shows(tab, 'its conversation is there', () => tab.conversationId() !== null)),
      );
      const ids = new Set(tabs.map((tab) => tab.conversationId()));
      trial.check(`tabs of one visitor have one conversation, not ${ids.size}`, ids.size === 1);
      const conversationId = tabs[0]?.conversationId() ?? '';
      agent.client.openConversation(conversationId);
      await shows(
        agent,
        'the conversation is there',
        () => agent.shown(conversationId)?.conversation != null,
      );
      for (const speaker of [...tabs]) {
        const id = ledger.say(speaker, conversationId);
        // One after the other: between tabs no order is promised.
        await Promise.all(
          tabs.map((tab) =>
            shows(tab, 'what a tab says is in the log', () =>
              (tab.shown(conversationId)?.conversation?.entries ?? []).some((entry) => entry.id === id),
            ),
          ),
        );
      }
    }
    for (let round = 0; round < scale.rounds; round += visitorsAtOnce)
      await Promise.all(Array.from({ length: Math.min(visitorsAtOnce, scale.rounds - round) }, () => open()));
    await trial.close();

    const logs = await agree(trial, [agent, ...all]);
    const current = await trial.place.rows('select "visitorId" from conversation where "isCurrent" = 1');
    const visitors = await trial.place.rows('select id from visitor');
    const starts = [...logs.values()].flatMap(({ events }) =>
      events.filter(({ type }) => type === 'conversation-started'),
    );
    trial.check('a secret is one visitor', visitors.length === scale.rounds);
    trial.check(
      'each visitor has one current conversation',
      current.length === scale.rounds &&
        new Set(current.map((row) => row['visitorId'])).size === scale.rounds,
    );
    trial.check(
      'each conversation has started once',
      logs.size === scale.rounds && starts.length === scale.rounds,
    );
    trial.measure('visitors', visitors.length, { unit: '' });
    trial.measure('tabs', all.length, { unit: '' });
  },
};
