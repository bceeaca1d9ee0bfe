import type { ChatClient } from '@batonchat/core';
import { transcriptText } from '@batonchat/protocol';
import type { Labels } from '../labels.js';

/** Has the browser save the whole conversation as a text file; what is not here yet is fetched before. */
export async function saveTranscript(
  client: ChatClient,
  labels: Labels,
  locale: string | undefined,
): Promise<void> {
  const firstSeq = () => client.store.getState().conversation?.entries[0]?.seq;
  while (client.store.getState().conversation?.hasOlder) {
    const before = firstSeq();
    await client.loadOlder();
    // Without a connection there is no more to be had: what is here is saved.
    if (firstSeq() === before) break;
  }
  const text = transcriptText(client.store.getState().conversation?.entries ?? [], { words: labels, locale });
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${labels.messages}.txt`;
  link.click();
  // Not at once: a browser may begin to read it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
