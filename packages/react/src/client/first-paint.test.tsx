import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import '../styles.css';
import { createStage } from '../testing/stage.js';
import { ChatWidget } from '../widget/chat-widget.js';

/** Preact runs effects, and so listens to a client, after the first paint. */
const firstScreen = import.meta.env['REACT'] === 'preact' ? 1 : 0;

test('what a client has to say at once is on the first screen', async () => {
  const stage = createStage();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(<ChatWidget client={stage.client} defaultOpen />);
  const screens: string[] = [];
  await new Promise<void>((resolve) => {
    requestAnimationFrame(function look() {
      if (place.textContent) screens.push(place.textContent);
      if (screens.length > firstScreen) resolve();
      else requestAnimationFrame(look);
    });
  });
  expect(screens[firstScreen]).toContain('Ask me anything');
  root.unmount();
  place.remove();
  stage.destroy();
});
