import { expect, test } from 'vitest';
import { createOutboxWorker } from '../outbox/worker.js';
import type { Store } from '../store/open-store.js';
import { onEachStore, withStore } from '../testing/places.js';
import { quietLog } from '../testing/quiet-log.js';
import { createTranscriptDelivery } from './transcript-delivery.js';
import { queuedStatus, queueTranscript, transcriptKind } from './transcript-rows.js';

onEachStore((makePlace) => {
  let store: Store;
  withStore(makePlace, (opened) => {
    store = opened;
  });

  test('a transcript that is given up is an error in the log, which says what to do and names nobody', async () => {
    const log = quietLog();
    const mailer = () => Promise.reject(new Error('The mail server did not take it (ECONNREFUSED).'));
    const delivery = { ...createTranscriptDelivery({ store, mailer, log }), backoffMs: () => 1 };
    const asked = { conversationId: crypto.randomUUID(), requestId: crypto.randomUUID() };
    const wish = { to: 'vera@example.com', through: 0, locale: null, timeZone: null };
    await queueTranscript(store, { ...asked, siteId: 'main' }, wish);
    const worker = createOutboxWorker({
      ...{ store, log, nodeId: 'one' },
      runners: { [transcriptKind]: delivery },
    });
    await expect.poll(() => queuedStatus(store, asked)).toBe('failed');
    await worker.close();
    const errors = log.lines.filter(({ level }) => level === 'error');
    expect(errors).toEqual([
      {
        level: 'error',
        text: expect.stringContaining('BATON_SMTP_URL'),
        facts: { conversationId: asked.conversationId },
      },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('vera@');
  });
});
