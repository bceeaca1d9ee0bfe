import type { StoreApi } from 'zustand/vanilla';

/** A store to read and to subscribe to; what is in it changes only by the client's methods. */
export type ReadonlyStore<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>;

/** The store without its setter. */
export const readonlyOf = <State>({
  getState,
  getInitialState,
  subscribe,
}: StoreApi<State>): ReadonlyStore<State> => ({ getState, getInitialState, subscribe });
