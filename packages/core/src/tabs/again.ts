import type { ConnectionState } from '../state.js';

/** To a page that tried to connect before, another first attempt is no first one. */
export const again = (state: ConnectionState): ConnectionState =>
  state.status === 'connecting' ? { ...state, status: 'reconnecting' } : state;
