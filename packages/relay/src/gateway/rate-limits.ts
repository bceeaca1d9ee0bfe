import { createKeptByKey } from './kept-by-key.js';
import { createTokenBucket, type TokenBucket } from './token-bucket.js';

/** How much may come within ten seconds before it is refused or slowed down. */
export interface RateLimits {
  /**
   * Commands and openings of one visitor, over all tabs. Default 20. Who has been quiet may say at once what they saved
   * up since the relay first knew them, 25 times as much at the most: what was written during a day without a network
   * goes out in seconds, and a stranger has saved up nothing.
   */
  visitorCommands: number;
  /** Commands of one agent, over all tabs. Default 60. */
  agentCommands: number;
  /** Frames of any kind on one socket, after which it is read no faster than they may come. Default 300. */
  frames: number;
  /** New sockets from one address (an IPv6 one counts by its /64), after which it gets 429. Default 300. */
  addressSockets: number;
  /** Visitors' tokens that one address asks for, after which it gets 429. Default 300. */
  addressTokens: number;
  /** Files that one participant uploads within a minute, three at a time, after which they get 429. Default 30. */
  uploads: number;
  /** Files that come from one address, after which it gets 429. Default 60. */
  addressUploads: number;
}

/** Enough for people who type fast in several tabs, and for an office of them behind one address. */
export const defaultRateLimits: RateLimits = {
  visitorCommands: 20,
  agentCommands: 60,
  frames: 300,
  addressSockets: 300,
  addressTokens: 300,
  uploads: 30,
  addressUploads: 60,
};

/** What the limits are counted over, in milliseconds. */
export const rateWindowMs = 10_000;

/** How many windows a visitor can save up: by default 500 commands, as many as a client keeps unsent. */
const savedWindows = 25;

/** Counts what participants do, whatever socket it comes by. */
export interface CommandRates {
  /** What somebody may do, the same for each of their sockets; each is to `leave` when it ends. */
  join(participant: { kind: string; id: string }): { commands: TokenBucket; leave(): void };
}

/** Counts by a clock in milliseconds that never goes back. */
export function createCommandRates(limits: RateLimits, now: () => number): CommandRates {
  const countOf = createKeptByKey<{ commands: TokenBucket; sockets: number }>(
    ({ commands, sockets }) => sockets === 0 && commands.isFull(),
    now,
  );
  const { agentCommands, visitorCommands } = limits;
  const ofAgent = () => createTokenBucket(agentCommands, rateWindowMs, now);
  const ofVisitor = () =>
    createTokenBucket(savedWindows * visitorCommands, savedWindows * rateWindowMs, now, visitorCommands);
  return {
    join({ kind, id }) {
      const count = countOf(`${kind} ${id}`, () => ({
        commands: kind === 'agent' ? ofAgent() : ofVisitor(),
        sockets: 0,
      }));
      count.sockets += 1;
      return {
        commands: count.commands,
        leave() {
          count.sockets -= 1;
        },
      };
    },
  };
}
