import type { Scenario } from './scenario.js';
import { cutAtFrames } from './scenarios/d1-cut-at-frames.js';
import { cutSockets } from './scenarios/d1-cut-sockets.js';

/** Every scenario, in the order of the guarantees. */
export const scenarios: readonly Scenario[] = [cutSockets, cutAtFrames];
