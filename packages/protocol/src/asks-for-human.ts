/** Placeholder of the first minutes. */
export function asksForHuman(text: string): boolean {
  return /\b(talk|speak|chat)\b.*\b(human|agent|person|representative)\b/i.test(text);
}
