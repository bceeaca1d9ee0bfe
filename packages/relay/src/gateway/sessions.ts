import {
  type Author,
  type DownFrame,
  type Log,
  type LogEvent,
  logOf,
  type Signal,
} from '@batonchat/protocol';
import type { Committed } from '../hub.js';
import { createInboxFeed } from './inbox-feed.js';

/** One socket that has said who it is. */
export interface Session {
  participant: Author;
  siteId: string;
  isAgent: boolean;
  /** Sends one frame, given as JSON, so that a frame to many is written once. */
  sendText(json: string): void;
  /** A visitor's: goes on in another conversation, which is the current one now. */
  moveTo?(conversationId: string): Promise<void>;
  /** An anonymous visitor's: ends, and comes back as whoever its browser is by then. */
  renew?(): void;
}

/** Who listens to what. Everything here is in memory: losing it costs a reconnect, nothing else. */
export interface Sessions {
  add(session: Session): void;
  remove(session: Session): void;
  /**
   * From now on the session gets what is committed in the conversation; it is held back until `release`, so that
   * a snapshot read meanwhile comes first.
   */
  follow(session: Session, conversationId: string): { release(): void };
  unfollow(session: Session, conversationId: string): void;
  isFollowing(session: Session, conversationId: string): boolean;
  followedBy(session: Session): string[];
  /** Who follows the conversation as this participant. */
  ofParticipant(conversationId: string, participantId: string): Session[];
  /** Somebody has signed in as this visitor: whoever was here under the browser's secret alone is another one now. */
  renewAnonymous(visitorId: string): void;
  /** From now on the agent's session gets the rows of its site's inbox that change. */
  watchInbox(session: Session): void;
  publish(committed: Committed, epoch: string): void;
  /** To all who follow the conversation, but not to the sender. */
  signal(conversationId: string, from: Author, signal: Signal): void;
  toFollowers(conversationId: string, frame: DownFrame): void;
  /** To the visitor's sessions that follow the conversation. */
  toVisitors(conversationId: string, frame: DownFrame): void;
  toAgents(siteId: string, frame: DownFrame): void;
}

/** Nobody is here yet. */
export function createSessions(): Sessions {
  const all = new Map<Session, Map<string, string[] | null>>();
  const followers = new Map<string, Set<Session>>();
  const inbox = createInboxFeed();

  function deliver(session: Session, conversationId: string, json: string): void {
    const held = all.get(session)?.get(conversationId);
    if (held) held.push(json);
    else if (held === null) session.sendText(json);
  }

  function unfollow(session: Session, conversationId: string): void {
    all.get(session)?.delete(conversationId);
    const set = followers.get(conversationId);
    set?.delete(session);
    if (set?.size === 0) followers.delete(conversationId);
  }

  return {
    add: (session) => void all.set(session, new Map()),
    remove(session) {
      for (const conversationId of all.get(session)?.keys() ?? []) unfollow(session, conversationId);
      inbox.unwatch(session);
      all.delete(session);
    },
    follow(session, conversationId) {
      const held: string[] = [];
      all.get(session)?.set(conversationId, held);
      const set = followers.get(conversationId) ?? new Set();
      followers.set(conversationId, set.add(session));
      return {
        release() {
          const following = all.get(session);
          if (following?.get(conversationId) !== held) return;
          following.set(conversationId, null);
          for (const json of held) session.sendText(json);
        },
      };
    },
    unfollow,
    isFollowing: (session, conversationId) => all.get(session)?.has(conversationId) ?? false,
    ofParticipant: (conversationId, participantId) =>
      [...(followers.get(conversationId) ?? [])].filter(
        ({ participant }) => participant.id === participantId,
      ),
    followedBy: (session) => [...(all.get(session)?.keys() ?? [])],
    renewAnonymous(visitorId) {
      for (const { participant, renew } of all.keys()) if (participant.id === visitorId) renew?.();
    },
    watchInbox: inbox.watch,
    publish({ record, events }, epoch) {
      const framed = (log: Log) => {
        const part = events.filter((event) => logOf(event.type) === log);
        return part.length > 0 ? eventsFrame(record.id, log, epoch, part, record.heads[log].seq) : null;
      };
      const shared = framed('shared');
      const desk = framed('desk');
      for (const session of followers.get(record.id) ?? []) {
        if (shared) deliver(session, record.id, shared);
        if (desk && session.isAgent) deliver(session, record.id, desk);
      }
      if (record.state.handoff) inbox.changed(record);
    },
    signal(conversationId, from, signal) {
      const json = JSON.stringify({ type: 'signal', conversationId, from, signal } satisfies DownFrame);
      for (const session of followers.get(conversationId) ?? [])
        if (session.participant.id !== from.id) deliver(session, conversationId, json);
    },
    toFollowers(conversationId, frame) {
      const json = JSON.stringify(frame);
      for (const session of followers.get(conversationId) ?? []) deliver(session, conversationId, json);
    },
    toVisitors(conversationId, frame) {
      const visitors = [...(followers.get(conversationId) ?? [])].filter(({ isAgent }) => !isAgent);
      const json = visitors.length > 0 ? JSON.stringify(frame) : '';
      for (const session of visitors) deliver(session, conversationId, json);
    },
    toAgents(siteId, frame) {
      const json = JSON.stringify(frame);
      for (const session of all.keys())
        if (session.isAgent && session.siteId === siteId) session.sendText(json);
    },
  };
}

/** An `events` frame as JSON. */
export const eventsFrame = (
  conversationId: string,
  log: Log,
  epoch: string,
  events: LogEvent[],
  head: number,
): string => JSON.stringify({ type: 'events', conversationId, log, epoch, events, head } satisfies DownFrame);
