import { createChatClient, handoffOf, rowsOf } from '@batonchat/core';

const chat = createChatClient({ relay: 'http://localhost:9099' });

chat.store.subscribe((state) => {
  const handoff = handoffOf(state);
  console.log(state.connection.status, handoff?.status ?? 'with the bot');
  for (const row of rowsOf(state, 'visitor'))
    if (row.kind === 'message') console.log(row.author.name ?? row.author.kind, row.parts, row.delivery);
});
chat.connect();
chat.sendMessage('How long do I have to send a bag back?');
chat.requestHandoff();
