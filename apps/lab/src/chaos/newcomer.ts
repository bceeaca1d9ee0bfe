import type { Trial } from './scenario.js';
import { until } from './wait.js';

/**
 * How long somebody new takes, from opening the page to a message that is shown as sent (milliseconds). Without a
 * fault that is the machine's doing, which a limit on the first message after a fault may add.
 */
export async function newcomerMs(trial: Trial, url: string): Promise<number> {
  const beganAt = performance.now();
  const visitor = trial.visitor(url);
  await until('A newcomer has a conversation', 20_000, () => visitor.conversationId() !== null);
  const id = trial.ledger.say(visitor, visitor.conversationId() ?? '');
  const acked = () => trial.ledger.said().find((message) => message.id === id)?.ackedAt ?? null;
  await until('The newcomer is heard', 20_000, () => acked() !== null);
  return (acked() ?? 0) - beganAt;
}
