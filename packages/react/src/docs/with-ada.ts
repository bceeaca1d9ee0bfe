import { type Stage, until } from '../testing/stage.js';

const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ada is at her desk: a moment after a human is asked for she claims, and says hello. */
export async function withAda({ begun, client, desk }: Stage): Promise<void> {
  desk.connect();
  const id = await begun();
  client.sendMessage('How long do I have to send a bag back?');
  desk.openConversation(id);
  const statusIs = (wanted: string) =>
    until(
      desk.store,
      ({ conversations }) => conversations[id]?.conversation?.state.handoff?.status === wanted,
    );
  for (;;) {
    await statusIs('pending');
    await moment(2_000);
    const { conversations } = desk.store.getState();
    if (conversations[id]?.conversation?.state.handoff?.status !== 'pending') continue;
    desk.claim(id);
    await statusIs('active');
    desk.setTyping(id, true);
    await moment(1_500);
    desk.sendMessage(id, 'Hi, Ada here. I have read what you asked the assistant. How can I help?');
    await statusIs('resolved');
  }
}
