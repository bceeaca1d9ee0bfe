import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTabsScene, shownToAll, type TabWithChat } from '../testing/tabs-scene.js';

/** What can happen to one of five tabs, and how long after the last. */
const step = fc.record({
  does: fc.constantFrom(
    'say',
    'say',
    'say',
    'say',
    'say',
    'crash',
    'crash-leader',
    'freeze-leader',
    'leave-leader',
    'thaw',
    'cut',
  ),
  tab: fc.nat({ max: 4 }),
  afterMs: fc.nat({ max: 60 }),
});

test('five tabs type at once while leaders crash, freeze, leave their page and lose their socket: each message once, one order', async () => {
  const totals = { sent: 0, acked: 0, delivered: 0, lost: 0, 'dup-visible': 0, order: 0, gaps: 0 };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const { clock, relay, kept, open, openAll, sockets } = createTabsScene();
      const tabs: TabWithChat[] = await openAll(5);
      const frozen = new Set<TabWithChat>();
      const sent: { text: string; tab: TabWithChat }[] = [];
      const leaderAt = () =>
        tabs.findIndex((tab) => tab.chat.store.getState().tabs === 'leader' && !frozen.has(tab));
      const crash = (index: number) => {
        tabs[index]?.kill();
        tabs[index] = open();
      };
      for (const { does, tab: index, afterMs } of steps) {
        const tab = tabs[index];
        if (does === 'say' && tab && !frozen.has(tab)) {
          const text = `${sent.length}`;
          sent.push({ text, tab });
          tab.chat.sendMessage(text);
        } else if (does === 'crash') crash(index);
        else if (does === 'crash-leader' && leaderAt() >= 0) crash(leaderAt());
        else if (does === 'freeze-leader' && frozen.size === 0) {
          const leader = tabs[leaderAt()];
          leader?.freeze();
          if (leader) frozen.add(leader);
        } else if (does === 'leave-leader' && frozen.size === 0) {
          const leader = tabs[leaderAt()];
          leader?.leave();
          if (leader) frozen.add(leader);
        } else if (does === 'cut') relay.cut();
        else if (does === 'thaw') {
          for (const each of frozen) each.thaw();
          frozen.clear();
        }
        await clock.advance(afterMs);
      }
      for (const each of frozen) each.thaw();
      await clock.advance(15_000);

      const shown = shownToAll(tabs);
      const inLog = tabs[0]?.chat.store.getState().conversation?.entries.map(({ seq }) => seq) ?? [];
      const placesOf = (tab: TabWithChat) =>
        sent.filter((each) => each.tab === tab).map(({ text }) => shown.indexOf(text));
      totals.sent += sent.length;
      totals.acked += sent.length - (await kept.readOutbox()).length;
      totals.delivered += new Set(shown).size;
      totals.lost += sent.filter(({ text }) => !shown.includes(text)).length;
      totals['dup-visible'] += shown.length - new Set(shown).size;
      for (const tab of new Set(sent.map((each) => each.tab)))
        totals.order += placesOf(tab).filter((place, at, all) => place < (all[at - 1] ?? 0)).length;
      totals.gaps += inLog.filter((seq, at) => at > 0 && seq !== (inLog[at - 1] ?? 0) + 1).length;
      expect(shown.toSorted()).toEqual(sent.map(({ text }) => text).toSorted());
      expect(tabs.flatMap(({ chat }) => chat.store.getState().outbox)).toEqual([]);
      expect(await kept.readOutbox()).toEqual([]);
      expect(sockets()).toBe(1);
      for (const { chat } of tabs) chat.destroy();
      await clock.advance(15_000);
      expect(clock.pending()).toBe(0);
    }),
    { numRuns: 200, seed: 13 },
  );

  console.log(Object.entries(totals).flat().join(' '));
  expect({ ...totals, sent: 0, acked: 0, delivered: 0 }).toEqual({
    ...{ sent: 0, acked: 0, delivered: 0 },
    ...{ lost: 0, 'dup-visible': 0, order: 0, gaps: 0 },
  });
}, 120_000);
