import type { AgentCommand, DownFrame } from '@batonchat/protocol';
import type { DeskConversation } from '../state.js';
import { createCatchUp } from './catch-up.js';
import { type DeskLog, foldDesk, takeDeskSnapshot } from './desk-log.js';
import { createFollower, type Follower, type FollowerOptions } from './follower.js';
import { gone } from './gone.js';
import { withoutCommands } from './outbox.js';
import { isBehind } from './position.js';
import { unfollowed } from './reduce.js';

/** An agent's view of a conversation of which nothing is known yet. */
export const unfollowedDesk: DeskConversation = { ...unfollowed, desk: null };

/** A follower of both logs of one conversation. */
export type DeskFollower = Follower<AgentCommand>;

/** Follows a conversation as an agent: `resume` subscribes to it. */
export function createDeskFollower(
  options: Omit<FollowerOptions<AgentCommand, DeskConversation>, 'ask'> & { conversationId: string },
): DeskFollower {
  const { conversationId, getState, setState, send } = options;
  let desk: DeskLog | null = null;
  const catchUp = createCatchUp(options.clock, (position) =>
    send({ type: 'catch-up', conversationId, log: 'desk', position }),
  );
  const shared = createFollower({
    ...options,
    ask() {
      const positions = {
        shared: getState().conversation?.position ?? null,
        desk: desk?.position ?? null,
      };
      send({ type: 'subscribe', conversationId, positions });
    },
  });

  function receiveDesk(frame: Extract<DownFrame, { log: 'desk' | 'shared' }>) {
    if (frame.type === 'snapshot') {
      if (frame.log !== 'desk') return;
      desk = takeDeskSnapshot(frame);
    } else {
      if (!desk) return;
      desk = foldDesk(desk, frame);
      if (isBehind(desk.position, frame)) catchUp.ask(desk.position);
      const { seq } = desk.position;
      const folded = frame.events.filter((event) => event.seq <= seq);
      const commandIds = new Set(folded.map((event) => event.causedBy));
      shared.change(({ outbox }) => ({ outbox: withoutCommands(outbox, (id) => commandIds.has(id)) }));
    }
    const state = getState();
    if (state.desk !== desk.state) setState({ ...state, desk: desk.state });
  }

  function lost(message: string) {
    desk = null;
    shared.pause();
    shared.change(gone({ code: 'not-found', message }));
    setState({ ...getState(), desk: null });
  }

  return {
    ...shared,
    receive(frame) {
      if ('log' in frame && frame.log === 'desk') receiveDesk(frame);
      else if (frame.type === 'error' && frame.conversationId) lost(frame.message);
      else shared.receive(frame);
    },
    resume() {
      catchUp.reset();
      shared.resume();
    },
  };
}
