import type { DownFrame, UpFrame } from '@batonchat/protocol';
import { type Connection, type ConnectionOptions, createConnection } from '../connection/connection.js';
import { mintId } from '../mint-id.js';
import type { ConnectionState, TabRole } from '../state.js';
import { again } from './again.js';
import { createLeadership, type Leadership } from './leadership.js';
import type { TabsChannel, TabsPlace } from './place.js';

type Welcome = Extract<DownFrame, { type: 'welcome' }>;

/** A connection that all tabs have in common, and a way to tell the other tabs what was done in this one. */
export interface SharedConnection<Act> extends Connection {
  /** Tells all other tabs; nobody where this tab is alone. */
  share(act: Act): void;
}

/** What a shared connection needs, and whom it tells. */
export interface SharedConnectionOptions<Act> extends Omit<ConnectionOptions, 'onWelcome'> {
  /** `at`: when the tab that leads heard it, in epoch milliseconds of this device, perhaps long ago. */
  onWelcome(frame: Welcome, at: number): void;
  /** Null: this tab is alone. */
  place: TabsPlace | null;
  /** The same in all tabs that share, and in no other. */
  name(): string;
  onRole(role: TabRole): void;
  /** Another tab shared this. */
  onAct(act: Act): void;
  /** A tab joined the one that leads. */
  onJoin(): void;
}

/**
 * The connection as its leader tells of it. `leader` is minted with each lead, `id` with each welcome: frames are of
 * that connection alone.
 */
interface SharedLink {
  type: 'link';
  leader: string;
  isHidden: boolean;
  id: string;
  state: ConnectionState;
  welcome: Welcome | null;
  /** By the clock of the device, which all its tabs have. */
  welcomedAt: number;
}

/** What crosses the channel. */
type TabMessage<Act> =
  | SharedLink
  | { type: 'frame'; id: string; frame: Exclude<DownFrame, Welcome> }
  | { type: 'ask' | 'join' | 'insist' }
  | { type: 'send'; frame: UpFrame }
  | { type: 'act'; act: Act };

const unlinked: SharedLink = {
  type: 'link',
  leader: '',
  isHidden: false,
  id: '',
  state: { status: 'connecting', reason: null, retryAt: null },
  welcome: null,
  welcomedAt: 0,
};

/**
 * One connection for all tabs: the leading tab holds it and passes on what comes, the others hear the same from it
 * and send through it. A tab that is alone holds one of its own.
 */
export function createSharedConnection<Act>(options: SharedConnectionOptions<Act>): SharedConnection<Act> {
  const { place, clock } = options;
  let own: Connection | null = null;
  let channel: TabsChannel | null = null;
  let leadership: Leadership | null = null;
  let link = unlinked;
  let isBegun = false;
  let isAway = false;
  let stopListening = () => {};
  /** A leader that was robbed while it was frozen goes on as one for a moment when it is thawed. */
  const pastLeaders = new Set<string>();

  const post = (message: TabMessage<Act>) => channel?.post(message);
  const tell = () => post({ ...link, isHidden: !place?.isVisible() });

  function hold(role: TabRole) {
    const wasLinked = link !== unlinked;
    pastLeaders.add(link.leader);
    link = { ...unlinked, leader: mintId() };
    options.onRole(role);
    const mine = createConnection({
      ...options,
      onState(given) {
        if (own !== mine) return;
        const state = wasLinked ? again(given) : given;
        link = { ...link, state, welcome: state.status === 'connected' ? link.welcome : null };
        tell();
        options.onState(state);
      },
      onWelcome(welcome) {
        link = { ...link, id: mintId(), welcome, welcomedAt: clock.now() };
        tell();
        options.onWelcome(welcome, link.welcomedAt);
      },
      onFrame(frame) {
        post({ type: 'frame', id: link.id, frame });
        options.onFrame(frame);
      },
    });
    own = mine;
    mine.connect();
  }

  /** The leader of now is not known yet. */
  function follow() {
    const robbed = own;
    own = null;
    robbed?.destroy();
    const { state } = unlinked;
    const wasLinked = link !== unlinked;
    link = unlinked;
    options.onRole('follower');
    options.onState(wasLinked ? again(state) : state);
  }

  /** Meets no other tab any more. */
  function part() {
    leadership?.stop();
    channel?.close();
    channel = null;
  }

  function alone() {
    part();
    hold('alone');
  }

  function begin() {
    isAway = false;
    if (!place) return alone();
    try {
      meet(place);
    } catch {
      alone();
    }
  }

  function woken() {
    if (isAway) return begin();
    if (own) return;
    leadership?.wake();
    if (link.state.status !== 'closed') post({ type: 'insist' });
  }

  /** What this page held alone while it is away, another tab may hold by now. */
  function left() {
    isAway = true;
    part();
  }

  function linked(heard: SharedLink) {
    if (pastLeaders.has(heard.leader)) return;
    leadership?.heard(heard.isHidden);
    const before = link;
    link = heard;
    if (before === unlinked) post({ type: 'join' });
    else if (before.leader !== heard.leader) pastLeaders.add(before.leader);
    if (JSON.stringify(heard.state) !== JSON.stringify(before.state)) options.onState(heard.state);
    if (heard.welcome && heard.id !== before.id) options.onWelcome(heard.welcome, heard.welcomedAt);
  }

  function receive(message: TabMessage<Act>) {
    switch (message.type) {
      case 'act':
        return options.onAct(message.act);
      case 'link':
        return own ? undefined : linked(message);
      case 'frame':
        if (own || message.id !== link.id) return;
        return options.onFrame(message.frame);
      case 'ask':
        if (!own) return;
        // The timers of a hidden tab run late; those of the one that asks do not.
        if ((link.state.retryAt ?? Number.POSITIVE_INFINITY) < clock.now()) own.insist();
        return tell();
      case 'join':
        return own ? options.onJoin() : undefined;
      case 'send':
        return void own?.send(message.frame);
      case 'insist':
        return own?.insist();
    }
  }

  function meet(at: TabsPlace) {
    follow();
    const name = options.name();
    channel = at.channel(name, (message) => {
      if (channel) receive(message as TabMessage<Act>);
    });
    leadership = createLeadership({
      ...{ place: at, name, clock },
      ask: () => post({ type: 'ask' }),
      onLead: () => hold('leader'),
      onRobbed: follow,
      onRefused: alone,
    });
  }

  return {
    connect() {
      if (isBegun) return;
      isBegun = true;
      // Listens before any connection does: what that begins at the wake is over with the lead that was lost.
      if (place) stopListening = place.onWake(woken, left);
      begin();
    },
    insist: () => (own ? own.insist() : post({ type: 'insist' })),
    send(frame) {
      if (own) return own.send(frame);
      if (link.state.status !== 'connected') return false;
      post({ type: 'send', frame });
      return true;
    },
    share: (act) => post({ type: 'act', act }),
    destroy() {
      isBegun = true;
      stopListening();
      // First: that this tab leaves is no news of the connection.
      part();
      if (own) own.destroy();
      else options.onState({ status: 'closed', reason: 'destroyed', retryAt: null });
    },
  };
}
