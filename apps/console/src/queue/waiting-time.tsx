import { useRelayTime } from '../desk/use-relay-time.js';
import { words } from '../words.js';
import { elapsedText, urgencyOf } from './elapsed.js';

/** How long somebody has been waiting, ticking; amber after two minutes, red after three. */
export function WaitingTime({ since }: { since: number }) {
  const elapsed = useRelayTime((now) => elapsedText(now - since));
  const urgency = useRelayTime((now) => urgencyOf(now - since));
  return (
    <span className="console-wait" data-urgency={urgency} title={words.queue.waiting(elapsed)}>
      {elapsed}
    </span>
  );
}
