export type { HandoffChange } from './app.js';
export type { BatonCall, BatonFunction } from './embed-host.js';
