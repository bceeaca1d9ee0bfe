export type { BatonCall, BatonFunction } from './embed-host.js';
