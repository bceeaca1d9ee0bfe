import { describe, expect, test } from 'vitest';
import { shownTo } from '../testing/meeting.js';
import {
  createTabsScene as createScene,
  shownToAll,
  type TabWithChat as Tab,
} from '../testing/tabs-scene.js';

const rolesOf = (tabs: Tab[]) => tabs.map(({ chat }) => chat.store.getState().tabs);
const statusesOf = (tabs: Tab[]) => tabs.map(({ chat }) => chat.store.getState().connection.status);

describe('the lead', () => {
  test('passes on within two seconds, welcome included, when its tab closes, crashes or is destroyed', async () => {
    for (const end of ['kill', 'destroy'] as const) {
      const { clock, openAll, sockets } = createScene();
      const [leader, ...others] = await openAll(3);
      if (end === 'kill') leader.kill();
      else leader.chat.destroy();
      await clock.advance(500);
      expect(rolesOf(others)).toEqual(['leader', 'follower']);
      expect(statusesOf(others)).toEqual(['connected', 'connected']);
      expect(sockets()).toBe(1);
      others[1]?.chat.sendMessage('hello');
      await clock.advance(500);
      expect(shownToAll(others)).toEqual(['hello']);
    }
  });

  test('is taken by a visible tab from one that does not answer, and the robbed one follows', async () => {
    const { clock, openAll, sockets } = createScene();
    const tabs = await openAll(3);
    const [leader, hidden, visible] = tabs;
    hidden?.hide();
    leader.freeze();
    visible?.chat.sendMessage('hello');
    await clock.advance(1900);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'follower']);
    await clock.advance(1100);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'leader']);
    expect(visible && shownTo(visible.chat)).toEqual(['hello']);

    leader.thaw();
    await clock.advance(500);
    expect(rolesOf(tabs)).toEqual(['follower', 'follower', 'leader']);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
    expect(sockets()).toBe(1);
    leader.chat.sendMessage('again');
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(['hello', 'again']);
  });

  test('stays with a hidden tab that answers, and is not taken by hidden ones', async () => {
    const { clock, world, openAll } = createScene();
    const tabs = await openAll(2);
    const [leader, other] = tabs;
    leader.hide();
    await clock.advance(40_000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower']);
    other?.hide();
    leader.freeze();
    const said = world.posted.length;
    await clock.advance(60_000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower']);
    expect(world.posted.length - said).toBeLessThan(5);
    other?.show();
    await clock.advance(3000);
    expect(rolesOf(tabs)).toEqual(['leader', 'leader']);
  });

  test('goes to the tab in use from one that was hidden for a minute', async () => {
    const { clock, openAll } = createScene();
    const tabs = await openAll(3);
    const [leader, hidden, visible] = tabs;
    leader.hide();
    hidden?.hide();
    await clock.advance(50_000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'follower']);
    await clock.advance(15_000);
    expect(rolesOf(tabs)).toEqual(['follower', 'follower', 'leader']);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
    visible?.hide();
    hidden?.show();
    await clock.advance(50_000);
    expect(rolesOf(tabs)).toEqual(['follower', 'follower', 'leader']);
  });

  test('a robbed leader that is thawed is believed by nobody, hidden tabs included', async () => {
    const { clock, world, openAll } = createScene();
    const tabs = await openAll(4);
    const [leader, hidden, , visible] = tabs;
    hidden?.hide();
    leader.freeze();
    await clock.advance(4000);
    const said = world.posted.length;
    leader.thaw();
    await clock.advance(500);
    expect(rolesOf(tabs).filter((role) => role === 'leader')).toHaveLength(1);
    // It asks for the conversation itself; the others have no reason to ask again.
    expect(world.posted.slice(said).filter(({ type }) => type === 'send')).toHaveLength(1);
    visible?.chat.sendMessage('hello');
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(['hello']);
  });

  test('a hidden leader whose timers run late comes back when a visible tab expects it to', async () => {
    const { clock, relay, openAll } = createScene();
    const tabs = await openAll(2);
    const [leader, other] = tabs;
    relay.goOffline();
    await clock.advance(100);
    leader.hide();
    leader.delayTimers(60_000);
    await clock.advance(5000);
    relay.goOnline();
    await clock.advance(4000);
    expect(other?.chat.store.getState()).toMatchObject({
      tabs: 'follower',
      connection: { status: 'connected' },
    });
  });

  test('a tab that slept for hours does not take a lead that is well', async () => {
    const { clock, openAll } = createScene();
    const tabs = await openAll(2);
    for (let count = 0; count < 10; count++) {
      await clock.leap(3_600_000);
      for (const tab of tabs) tab.show();
    }
    await clock.advance(5000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower']);
  });

  test('a tab that is alone says nothing over and over', async () => {
    const { clock, world, openAll } = createScene();
    await openAll(1);
    const said = world.posted.length;
    await clock.advance(20_000);
    expect(world.posted.length).toBe(said);
  });
});
