/** What is looked at of a socket. */
export interface Peer {
  /** Bytes that are written for it and that the system has not taken yet. */
  readonly bufferedAmount: number;
  /** Writes a ping behind them; `taken` is called when the system has taken that. */
  ping(data: undefined, mask: undefined, taken: () => void): void;
}

/** Tells who does not read from who reads slowly. */
export interface Backlog {
  /** Looks now (a clock in milliseconds); true where nothing of what was waiting `forMs` ago has been taken since. */
  isStuck(now: number): boolean;
}

/** The backlog of one peer. Costs nothing for a frame: a ping is put behind what waits, and its way is followed. */
export function createBacklog(peer: Peer, forMs: number): Backlog {
  let waitingSince: number | null = null;
  return {
    isStuck(now) {
      if (waitingSince !== null) return now - waitingSince >= forMs;
      if (peer.bufferedAmount === 0) return false;
      waitingSince = now;
      peer.ping(undefined, undefined, () => {
        waitingSince = null;
      });
      return false;
    },
  };
}
