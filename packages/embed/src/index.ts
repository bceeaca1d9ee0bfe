export type { Baton, PageFacts } from './api/baton.js';
export type { BatonEvents, HandoffChange, MessageTold, Trouble } from './api/events.js';
export type { Identity } from './api/identity.js';
