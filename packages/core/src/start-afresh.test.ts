import { describe, expect, test } from 'vitest';
import { canStartAfresh } from './can-start-afresh.js';
import { createTabsScene, shownToAll, type TabWithChat } from './testing/tabs-scene.js';

const greeting = 'Hello!';
const stateOf = ({ chat }: TabWithChat) => chat.store.getState();
const idOf = (tab: TabWithChat) => stateOf(tab).conversation?.id;
const mayLeave = (tab: TabWithChat) => canStartAfresh(stateOf(tab), tab.clock.now() + stateOf(tab).skewMs);

async function talking(count: number) {
  const scene = createTabsScene({ greeting });
  const tabs = await scene.openAll(count);
  tabs[0].chat.sendMessage('one');
  await scene.clock.advance(500);
  return { ...scene, tabs, before: idOf(tabs[0]) };
}

describe('a new conversation', () => {
  test('begins with the greeting, in each tab, whichever asks; what is said next goes there', async () => {
    const { clock, tabs, before } = await talking(3);
    tabs[2]?.chat.startAfresh();
    await clock.advance(500);
    expect(shownToAll(tabs)).toHaveLength(1);
    expect(idOf(tabs[0])).not.toBe(before);
    tabs[1]?.chat.sendMessage('two');
    await clock.advance(500);
    expect(shownToAll(tabs)).toHaveLength(2);
    expect(stateOf(tabs[0]).outbox).toEqual([]);
    expect(stateOf(tabs[0]).isHistoryReplaced).toBe(false);
  });

  test('is one where two tabs ask for it at once', async () => {
    const { clock, tabs, before } = await talking(2);
    for (const { chat } of tabs) chat.startAfresh();
    await clock.advance(500);
    const after = idOf(tabs[0]);
    expect(after).not.toBe(before);
    await clock.advance(30_000);
    expect([idOf(tabs[0]), shownToAll(tabs).length]).toEqual([after, 1]);
  });

  test('is there after the answer was lost, and is left no more by connecting again', async () => {
    const { clock, relay, tabs, before } = await talking(1);
    tabs[0].chat.startAfresh();
    await clock.advance(12);
    relay.cut();
    await clock.advance(30_000);
    const after = idOf(tabs[0]);
    expect(after).not.toBe(before);
    tabs[0].chat.sendMessage('two');
    await clock.advance(500);
    relay.cut();
    await clock.advance(30_000);
    expect([idOf(tabs[0]), shownToAll(tabs).length]).toEqual([after, 2]);
  });

  test('is the one that a page shows that is loaded afterwards', async () => {
    const { clock, open, tabs } = await talking(1);
    tabs[0].chat.startAfresh();
    await clock.advance(500);
    const later = open();
    await clock.advance(500);
    expect(idOf(later)).toBe(idOf(tabs[0]));
  });

  test('is not offered before anything was said, while something is on its way, or a human is asked for', async () => {
    const { clock, tabs, before } = await talking(1);
    const [tab] = tabs;
    expect(mayLeave(tab)).toBe(true);
    tab.chat.sendMessage('two');
    expect(mayLeave(tab)).toBe(false);
    await clock.advance(500);
    tab.chat.requestHandoff();
    await clock.advance(500);
    expect(mayLeave(tab)).toBe(false);
    tab.chat.startAfresh();
    await clock.advance(500);
    expect(idOf(tab)).toBe(before);
    tab.chat.endHandoff();
    await clock.advance(500);
    expect(mayLeave(tab)).toBe(true);
    tab.chat.startAfresh();
    await clock.advance(500);
    expect([idOf(tab) === before, mayLeave(tab)]).toEqual([false, false]);
  });
});
