/** Whether a text asks for a human, as far as this page can tell: no for all until {@link loadRecogniser} is done. */
export let seemsToAskForHuman: (text: string) => boolean = () => false;

/**
 * Fetches what tells such texts, for when the visitor begins to write. It is there to say so at once: the relay decides
 * all the same, so where it can't be had nothing is lost.
 */
export async function loadRecogniser(): Promise<void> {
  try {
    ({ asksForHuman: seemsToAskForHuman } = await import('./asks-for-human.js'));
  } catch {
    // No network just now. It is tried again with the next word.
  }
}
