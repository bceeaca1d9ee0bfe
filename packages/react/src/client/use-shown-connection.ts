import type { ConnectionState } from '@batonchat/core';
import { useEffect, useState } from 'react';

/** A break shorter than this is nobody's business. Milliseconds. */
const hiccupMs = 1000;

/**
 * The connection as a person is to be told of it: one that was up counts as up until it has been down for a second.
 * An end for good is told at once, and so is what was down when the component came.
 */
export function useShownConnection(connection: ConnectionState): ConnectionState {
  const [lastUp, setLastUp] = useState<ConnectionState | null>(null);
  const { status } = connection;
  if (status === 'connected' && lastUp !== connection) setLastUp(connection);
  const isDown = status === 'reconnecting';
  useEffect(() => {
    if (!isDown) return;
    const timer = setTimeout(() => setLastUp(null), hiccupMs);
    return () => clearTimeout(timer);
  }, [isDown]);
  return isDown ? (lastUp ?? connection) : connection;
}
