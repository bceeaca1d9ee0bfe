import type { Hub } from './hub.js';

/**
 * Ends what is asked for in a conversation that its visitor has left for another: nobody waits there. Twice, since the first
 * may find nothing and only wait for what was under way.
 */
export async function endLeft(hub: Hub, siteId: string, conversationId: string): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const state = (await hub.record(conversationId))?.state;
    if (!state) return;
    const { ownership, handoff } = state;
    const handoffId = handoff?.id ?? 'none';
    await hub.submit(siteId, conversationId, {
      id: `handoff.${handoffId}.left`,
      actor: { kind: 'system' },
      command: { type: 'end-handoff', handoffId, ownership, endReason: 'visitor-left' },
    });
  }
}
