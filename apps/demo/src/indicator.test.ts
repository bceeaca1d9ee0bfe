import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

interface Handoff {
  readonly status: string;
  readonly agentName: string | null;
}

type Listener = (event: Handoff) => void;
type Call = readonly [method: string, name: string, listener: Listener];

const SCRIPT = readFileSync(fileURLToPath(new URL('../public/indicator.js', import.meta.url)), 'utf8');

function run(window: { Baton?: ((...call: Call) => void) & { q?: Call[] } }) {
  const says = { textContent: 'as served' };
  const indicator = { dataset: { status: 'unknown' }, querySelector: () => says };
  runInNewContext(SCRIPT, { window, document: { getElementById: () => indicator } });
  return { says, indicator };
}

test('before the chat is there, the wish to hear of handoffs waits in its queue', () => {
  const window: Parameters<typeof run>[0] = {};
  const { says, indicator } = run(window);
  const [method, name, listener] = window.Baton?.q?.[0] ?? [];
  expect([method, name]).toEqual(['on', 'handoff']);
  expect(says.textContent).toBe('as served');
  listener?.({ status: 'pending', agentName: null });
  expect(says.textContent).toBe('Waiting for a human…');
  expect(indicator.dataset.status).toBe('pending');
});

test('it follows the handoff from the bot to a human and back', () => {
  let listener: Listener = () => {};
  const { says } = run({ Baton: (_method, _name, wanted) => (listener = wanted) });
  const heard = (status: string, agentName: string | null = null) => {
    listener({ status, agentName });
    return says.textContent;
  };
  expect(heard('none')).toBe('You are talking to the bot');
  expect(heard('offered')).toBe('The bot offers you a human');
  expect(heard('collecting')).toBe('A few details first, then a human');
  expect(heard('pending')).toBe('Waiting for a human…');
  expect(heard('active', 'Ada')).toBe('You are talking to Ada');
  expect(heard('active')).toBe('You are talking to a human');
  expect(heard('resolved')).toBe('You are back with the bot');
});

test('a status of a later version leaves what it says as it was', () => {
  let listener: Listener = () => {};
  const { says, indicator } = run({ Baton: (_method, _name, wanted) => (listener = wanted) });
  listener({ status: 'active', agentName: 'Ada' });
  listener({ status: 'teleported', agentName: null });
  expect(says.textContent).toBe('You are talking to Ada');
  expect(indicator.dataset.status).toBe('active');
});
