import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import '../styles.css';
import { createStage } from '../testing/stage.js';
import { ChatWidget } from '../widget/chat-widget.js';

/** It runs effects, and so listens to a client, after the first paint. */
const isPreact = import.meta.env['REACT'] === 'preact';

test('what a client has to say at once is on the first screen', async () => {
  const stage = createStage();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(<ChatWidget client={stage.client} defaultOpen />);
  const screens: string[] = [];
  requestAnimationFrame(function look() {
    if (place.textContent) screens.push(place.textContent);
    if (place.isConnected) requestAnimationFrame(look);
  });
  await expect.poll(() => screens.at(-1)).toContain('Ask me anything');
  if (!isPreact) expect(screens[0]).toContain('Ask me anything');
  root.unmount();
  place.remove();
  stage.destroy();
});
