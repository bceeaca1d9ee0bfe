import type { Scenario } from './scenario.js';
import { cutSockets } from './scenarios/d1-cut-sockets.js';

/** Every scenario, in the order of the guarantees. */
export const scenarios: readonly Scenario[] = [cutSockets];
