import {
  type Author,
  agentCommand,
  closeCodes,
  type DownFrame,
  type IssuedCommand,
  protocolVersion,
  type Receipt,
  type Refusal,
  type UpFrame,
  visitorCommand,
} from '@batonchat/protocol';
import type { MemoryConversation } from './conversation.js';
import { readWith } from './read.js';
import type { Wire, WireSession } from './wire.js';

/** What a session asks of the relay that it belongs to. */
export interface Hub {
  heartbeatMs: number;
  now(): number;
  conversationOf(id: string): MemoryConversation | null;
  /** The visitor's current conversation, which begins now if there is none. */
  open(visitorId: string, frame: Extract<UpFrame, { type: 'open' }>): MemoryConversation;
  issue(conversation: MemoryConversation, issued: IssuedCommand): { refusal: Refusal } | object;
  /** What stands in the log of a command, for the one who repeats it. */
  inbox(): Extract<DownFrame, { type: 'inbox' }>;
  /** Where a visitor of it stands among those who wait, as a frame. */
  placeIn(conversation: MemoryConversation): DownFrame | null;
  /** To everybody who follows the conversation but `except`. */
  publish(conversationId: string, frame: DownFrame, except?: Session): void;
  leave(session: Session): void;
}

/** One participant's connection, and what it follows. */
export class Session implements WireSession {
  readonly participant: Author;
  readonly follows = new Set<string>();
  isWelcome = false;
  private readonly wire: Wire;
  private readonly hub: Hub;

  constructor(participant: Author, wire: Wire, hub: Hub) {
    this.participant = participant;
    this.wire = wire;
    this.hub = hub;
  }

  get isAgent(): boolean {
    return this.participant.kind === 'agent';
  }

  send(frame: DownFrame): void {
    this.wire.send(frame);
  }

  close(code: number): void {
    this.wire.close(code);
  }

  cut(): void {
    this.wire.cut();
  }

  over(): void {
    this.hub.leave(this);
  }

  receive(frame: UpFrame) {
    if (frame.type === 'hello') return this.greet(frame.protocol);
    if (!this.isWelcome) return this.close(closeCodes.forbidden);
    switch (frame.type) {
      case 'ping':
        return this.send({ type: 'pong', heads: this.heads() });
      case 'inbox':
        return this.isAgent ? this.send(this.hub.inbox()) : this.forbid();
      case 'open': {
        if (this.isAgent) return this.forbid();
        const conversation = this.hub.open(this.participant.id, frame);
        const held = frame.held?.conversationId === conversation.id ? frame.held.position : null;
        this.follows.add(conversation.id);
        this.send(conversation.answer('shared', held));
        const place = this.hub.placeIn(conversation);
        if (place) this.send(place);
        return;
      }
      case 'command':
        return this.command(frame);
      default:
        return this.inConversation(frame);
    }
  }

  private greet(protocol: number) {
    if (protocol !== protocolVersion) return this.close(closeCodes.tooOld);
    this.isWelcome = true;
    const { participant } = this;
    const { heartbeatMs } = this.hub;
    const now = this.hub.now();
    this.send({ type: 'welcome', protocol: protocolVersion, participant, heartbeatMs, now });
  }

  private command(frame: Extract<UpFrame, { type: 'command' }>) {
    const { conversationId, commandId } = frame;
    const conversation = this.conversation(conversationId);
    const issued = this.issued(frame);
    const refusal: Refusal | null = !conversation
      ? { code: 'not-found', message: 'There is no such conversation.' }
      : !issued
        ? { code: 'invalid', message: 'This command is not yours to give.' }
        : null;
    const outcome = conversation && issued ? this.hub.issue(conversation, issued) : {};
    const refused = refusal ?? ('refusal' in outcome ? (outcome.refusal as Refusal) : null);
    if (refused) this.send({ type: 'refused', conversationId, commandId, ...refused });
  }

  private issued({ commandId, command }: Extract<UpFrame, { type: 'command' }>): IssuedCommand | null {
    const at = this.hub.now();
    const { participant } = this;
    if (this.isAgent) {
      const read = readWith(agentCommand, command);
      return read && { id: commandId, at, actor: { ...participant, kind: 'agent' }, command: read };
    }
    const read = readWith(visitorCommand, command);
    return read && { id: commandId, at, actor: { ...participant, kind: 'visitor' }, command: read };
  }

  private inConversation(
    frame: Extract<
      UpFrame,
      { type: 'subscribe' | 'unsubscribe' | 'catch-up' | 'page' | 'signal' | 'receipt' }
    >,
  ) {
    const conversation = this.conversation(frame.conversationId);
    if (!conversation)
      return this.send({ type: 'error', code: 'not-found', message: 'There is no such conversation.' });
    switch (frame.type) {
      case 'subscribe':
        if (!this.isAgent) return this.forbid();
        this.follows.add(conversation.id);
        this.send(conversation.answer('shared', frame.positions.shared));
        return this.send(conversation.answer('desk', frame.positions.desk));
      case 'unsubscribe':
        this.follows.delete(conversation.id);
        return;
      case 'catch-up':
        return frame.log === 'desk' && !this.isAgent
          ? this.forbid()
          : this.send(conversation.answer(frame.log, frame.position));
      case 'page':
        return this.send(conversation.pageFrame(frame.before));
      case 'signal': {
        const { conversationId, signal } = frame;
        const from = this.participant;
        return this.hub.publish(conversationId, { type: 'signal', conversationId, from, signal }, this);
      }
      case 'receipt':
        return this.receipt(conversation, frame);
    }
  }

  private receipt(conversation: MemoryConversation, frame: Extract<UpFrame, { type: 'receipt' }>) {
    const { kind, id: participantId } = this.participant;
    if (kind === 'bot') return;
    const held = conversation.receipts.get(participantId);
    const head = conversation.record.heads.shared.seq;
    const raise = (before: number | undefined, seq: number) => Math.max(before ?? 0, Math.min(seq, head));
    const mark: Receipt = {
      participantId,
      kind,
      deliveredSeq: raise(held?.deliveredSeq, frame.deliveredSeq),
      readSeq: raise(held?.readSeq, frame.readSeq),
    };
    conversation.receipts.set(participantId, mark);
    const { id: conversationId } = conversation;
    this.hub.publish(conversationId, { type: 'receipts', conversationId, receipts: [mark] });
  }

  /** The conversation, if this participant may know of it. */
  private conversation(id: string): MemoryConversation | null {
    const conversation = this.hub.conversationOf(id);
    return conversation && (this.isAgent || conversation.visitorId === this.participant.id)
      ? conversation
      : null;
  }

  private heads(): Record<string, number> {
    return Object.fromEntries(
      [...this.follows].flatMap((id) => {
        const head = this.hub.conversationOf(id)?.record.heads.shared.seq;
        return head === undefined ? [] : [[id, head]];
      }),
    );
  }

  private forbid() {
    this.send({ type: 'error', code: 'forbidden', message: 'This frame is not yours to send.' });
  }
}
