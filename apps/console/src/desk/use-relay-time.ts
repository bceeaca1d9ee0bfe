import { useTicking } from '../clock.js';
import { useDesk, useDeskState } from './desk-context.js';

/** As `useTicking`, by the relay's clock: what it has recorded is not held against a device that is an hour wrong. */
export function useRelayTime<Value extends string | number | boolean>(read: (now: number) => Value): Value {
  const { clock } = useDesk();
  const skewMs = useDeskState((state) => state.skewMs);
  return useTicking(clock, (now) => read(now + skewMs));
}
