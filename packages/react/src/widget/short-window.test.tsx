/**
 * Short windows and large text: where one writes and the last line that was said stay in sight. While a form is unfolded
 * for which there is no room, it takes the log's place: who fills it in needs it more.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget } from './chat-widget.js';

const log = page.getByRole('log');
const box = page.getByRole('textbox', { name: 'Message', exact: true });
const send = page.getByRole('button', { name: 'Send', exact: true });
const details = page.getByRole('button', { name: 'Leave your details', exact: true });
const email = page.getByRole('textbox', { name: 'Email', exact: true });

let stage: Stage;
beforeEach(() => sessionStorage.clear());
afterEach(async () => {
  document.documentElement.style.fontSize = '';
  await page.viewport(900, 720);
});

const wait = async () => {
  await stage.requested();
  await expect.element(details).toBeVisible();
};
const unfold = async () => {
  await wait();
  await userEvent.click(details);
  await expect.element(email).toBeInTheDocument();
};

type Step = [name: string, reach: () => Promise<unknown>];
const steps: Step[] = [
  ['talking', () => stage.begun()],
  ['waiting, with the banner', wait],
  ['waiting, with the contact form', unfold],
  [
    'with the contact form that ends the waiting',
    async () => {
      await wait();
      stage.relay.endHandoffs('nobody-available');
      await expect.element(details).not.toBeInTheDocument();
      await expect.element(email).toBeInTheDocument();
    },
  ],
];

/** Null where the middle of the box is the element's own, in the window: else what is in the way. */
function inTheWay(element: Element, { left, right, top, bottom }: DOMRect): string | null {
  if (top < -0.5 || left < -0.5 || bottom > innerHeight + 0.5 || right > innerWidth + 0.5)
    return 'the window';
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return hit && element.contains(hit) ? null : (hit?.className ?? 'nothing is there');
}

const overControl = (control: Locator) =>
  inTheWay(control.element(), control.element().getBoundingClientRect());

/** What is in the way of the last line of words in the log. */
function overLastLine(): string | null {
  const last = [...log.element().querySelectorAll('.baton-bubble, .baton-notice-text')].at(-1);
  if (!last) return 'nothing was said';
  const words = document.createRange();
  words.selectNodeContents(last);
  const line = [...words.getClientRects()].filter(({ width }) => width > 0).at(-1);
  return line ? inTheWay(last, line) : 'it has no line';
}

for (const [width, height] of [
  [360, 320],
  [740, 360],
] as const)
  for (const percent of [100, 125, 150])
    it(`${width} x ${height} at a text size of ${percent} %`, async () => {
      await page.viewport(width, height);
      document.documentElement.style.fontSize = `${percent}%`;
      for (const [name, reach] of steps) {
        stage = createStage();
        const { unmount } = await render(<ChatWidget client={stage.client} defaultOpen />);
        await reach();
        await userEvent.fill(box, 'Is anybody there?');
        const seen = () => ({ box: overControl(box), send: overControl(send), 'last line': overLastLine() });
        const inSight = { box: null, send: null };
        await expect
          .poll(seen, { message: name })
          .toMatchObject(reach === unfold ? inSight : { ...inSight, 'last line': null });
        await unmount();
        stage.destroy();
      }
    });
