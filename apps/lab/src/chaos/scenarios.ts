import type { Scenario } from './scenario.js';
import { cutAtFrames } from './scenarios/d1-cut-at-frames.js';
import { cutSockets } from './scenarios/d1-cut-sockets.js';
import { honestDurability } from './scenarios/d7-honest-durability.js';
import { pageCutOff } from './scenarios/page-cut-off.js';
import { claims } from './scenarios/r1-claims.js';
import { cancelAndClaim } from './scenarios/r2-cancel-and-claim.js';

/** Every scenario, in the order of the guarantees. */
export const scenarios: readonly Scenario[] = [
  // Delivery under faults.
  cutSockets,
  cutAtFrames,
  honestDurability,
  // Races.
  claims,
  cancelAndClaim,
  // Visitors in a real browser.
  pageCutOff,
];
