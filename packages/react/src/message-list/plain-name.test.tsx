import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { HandoffBanner } from '../handoff/handoff-banner.js';
import { he } from '../locales/he.js';
import { ada, agentOf, ben, messageRow, noticeRow, startedAt } from '../testing/rows.js';
import { PanelHeader } from '../widget/panel-header.js';
import { MessageBubble } from './message-bubble.js';
import { SystemNotice } from './system-notice.js';

/** The characters of an element as an eye meets them, each text from left to right. */
function seen(element: Element): string {
  const texts: string[] = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const range = document.createRange();
    const characters = [...(node.textContent ?? '')].map((character, at) => {
      range.setStart(node as Node, at);
      range.setEnd(node as Node, at + 1);
      return { character, left: range.getBoundingClientRect().left };
    });
    texts.push(
      characters
        .sort((a, b) => a.left - b.left)
        .map(({ character }) => character)
        .join(''),
    );
  }
  return texts.join(' ').replace(/\s+/g, ' ');
}

const visible = async (view: ReactElement) => {
  const { container } = await render(<div style={{ inlineSize: '60em' }}>{view}</div>);
  return seen(container);
};

it('reads what is seen: an override does turn what follows it round', async () => {
  expect(await visible(<p>{'Mallory\u202e joined'}</p>)).toContain('denioj');
});

const marks = [
  '\u202e',
  '\u202d\u202e',
  '\u2067\u202e',
  '\u2069\u202e',
  '\u061c\u202e',
  '\u200f\u202e',
  '\u202b',
];

it.each(marks)('a name with %j is read as it is spelt, and so is what names it', async (mark) => {
  const name = `${mark}yroll${mark}aM`;
  const spelt = 'yrollaM';
  const agent = agentOf({ ...ada, name });
  const handoff = { status: 'active', agent, requestedAt: startedAt } as const;
  const joined = noticeRow(2, 'handoff-claimed', { agent });
  const handed = noticeRow(3, 'handoff-transferred', { from: agent, agent: agentOf(ben) });
  const bubble = <MessageBubble row={messageRow(1, { ...ada, name }, 'Hello there')} isOwn={false} />;

  expect(await visible(<SystemNotice row={joined} />)).toContain(`${spelt} joined`);
  expect(await visible(<SystemNotice row={handed} />)).toContain(`${spelt} handed you over to Ben`);
  expect(await visible(<HandoffBanner handoff={handoff} />)).toContain(`You are with ${spelt}`);
  expect(await visible(<PanelHeader handoff={handoff} onEndHandoff={() => {}} />)).toContain(spelt);
  expect(await visible(bubble)).toMatch(new RegExp(`${spelt}.*Hello there`));
});

it('a message keeps its marks, and turns nothing round but itself', async () => {
  const row = messageRow(1, ada, 'abc\u202edef');
  const { container } = await render(<MessageBubble row={row} isOwn={false} />);
  expect(container.querySelector('.baton-bubble')?.textContent).toBe('abc\u202edef');
  expect(seen(container)).toContain('Ada Byron');
});

it('a name from right to left moves no word of a sentence that runs from left to right', async () => {
  const agent = agentOf({ ...ada, name: 'עדה 2' });
  const handed = noticeRow(3, 'handoff-transferred', { from: agent, agent: agentOf({ ...ben, name: 'בן' }) });
  const left = noticeRow(4, 'handoff-requeued', { agent });
  expect((await visible(<SystemNotice row={handed} />)).replace(/[\u2066-\u2069]/g, '')).toBe(
    '2 הדע handed you over to ןב',
  );
  expect(await visible(<SystemNotice row={left} />)).toMatch(/had to leave\. We are finding/);
});

it('a name from left to right moves no word of a sentence that runs from right to left', async () => {
  const agent = agentOf({ ...ada, name: 'Ada (Support)' });
  const row = noticeRow(4, 'handoff-requeued', { agent });
  const notice = <SystemNotice row={row} labels={he.visitorLabels} />;
  expect(await visible(<div dir="rtl">{notice}</div>)).toContain('Ada (Support)');
});
