import type { Desk } from './desk.js';
import type { Hub } from './hub.js';
import type { OutboxRunner } from './outbox/worker.js';
import { readEntriesBefore } from './store/conversations.js';
import type { Store } from './store/open-store.js';

/** Tells all desks of a handoff that wants a human, unless it no longer does. */
export function createDeskOpening(options: { hub: Hub; store: Store; desks: readonly Desk[] }): OutboxRunner {
  const { hub, store, desks } = options;
  return {
    async run(row) {
      const { handoffId } = JSON.parse(row.body) as { handoffId: string };
      const record = await hub.record(row.conversationId);
      const handoff = record?.state.handoff;
      if (!record || handoff?.id !== handoffId || handoff.status !== 'pending') return;
      const { id: conversationId, siteId, heads, desk } = record;
      const { entries } = await readEntriesBefore(store.db, conversationId, heads.shared.seq + 1);
      const transcript = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
      const told = { conversationId, siteId, handoffId, reason: desk.reason, summary: desk.summary };
      for (const each of desks) await each.open(told, transcript);
    },
  };
}
