import './console.css';
import { createDeskClient } from '@batonchat/core';
import { createTone } from '@batonchat/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAlertSettings } from './alerts/alert-settings.js';
import { desktopNotifier } from './alerts/desktop-notifier.js';
import { App } from './app.js';
import { systemClock } from './clock.js';
import { createSeenMarks } from './queue/seen.js';
import { createSessionClient } from './sign-in/session.js';

const relay = location.origin;
const createClient = () => createDeskClient({ relay });
const root = document.getElementById('console');
if (!root)
  throw new Error('index.html has no element with the id "console": the console is built from another page.');

createRoot(root).render(
  <StrictMode>
    <App
      sessions={createSessionClient(relay)}
      createClient={createClient}
      clock={systemClock()}
      seen={createSeenMarks(pageStorage())}
      alerting={{
        settings: createAlertSettings(pageStorage()),
        tone: createTone(),
        notifier: desktopNotifier(),
      }}
    />
  </StrictMode>,
);

/** Reading `localStorage` throws where the browser refuses storage to the page. */
function pageStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
