import {
  type DeskEvent,
  type DownFrame,
  type Entry,
  entryOf,
  type HandoffSettings,
  type IssuedCommand,
  isOfDesk,
  type Log,
  type LogEvent,
  limits,
  type Message,
  newRecord,
  type OutboxDraft,
  type Position,
  planCommit,
  type Receipt,
  type Refusal,
  type SharedEvent,
} from '@batonchat/protocol';

/** What a command led to. A repeat leads to what is stored, and to no new work. */
export type Committed = { events: LogEvent[]; outbox: OutboxDraft[]; isRepeat: boolean };

/** One conversation as a relay holds it: both logs, and what is folded from them. */
export class MemoryConversation {
  readonly visitorId: string;
  record;
  readonly receipts = new Map<string, Receipt>();
  /** Of the store that it is in. */
  epoch: string;
  private readonly logs: { shared: SharedEvent[]; desk: DeskEvent[] } = { shared: [], desk: [] };
  private readonly entries: Entry[] = [];
  private readonly commands = new Map<string, LogEvent[]>();

  constructor(id: string, visitorId: string, epoch: string) {
    this.record = newRecord(id, 'main');
    this.visitorId = visitorId;
    this.epoch = epoch;
  }

  get id(): string {
    return this.record.id;
  }

  /** What has been said, oldest first. */
  get messages(): Message[] {
    return this.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  }

  /** What the visitor has said after a seq, oldest first. */
  visitorEntriesAfter(seq: number): Extract<Entry, { kind: 'message' }>[] {
    return this.entries.filter(
      (entry) => entry.kind === 'message' && entry.seq > seq && entry.message.author.kind === 'visitor',
    ) as Extract<Entry, { kind: 'message' }>[];
  }

  commit(issued: IssuedCommand, settings: HandoffSettings): Committed | { refusal: Refusal } {
    const stored = this.commands.get(issued.id);
    if (stored) return { events: stored, outbox: [], isRepeat: true };
    const commit = planCommit(this.record, issued, settings);
    if ('refusal' in commit) return commit;
    this.record = commit.record;
    this.commands.set(issued.id, commit.events);
    for (const event of commit.events) {
      if (isOfDesk(event)) this.logs.desk.push(event);
      else {
        this.logs.shared.push(event);
        const entry = entryOf(event);
        if (entry) this.entries.push(entry);
      }
    }
    return { ...commit, isRepeat: false };
  }

  /** Events of one log as a frame, with the log's head. */
  eventsFrame(log: Log, events: readonly LogEvent[]): Extract<DownFrame, { type: 'events' }> {
    const head = this.record.heads[log].seq;
    return { type: 'events', conversationId: this.id, log, epoch: this.epoch, events: [...events], head };
  }

  /** What a client that holds this position is told: the next events, or a snapshot where it is not ours. */
  answer(log: Log, held: Position | null): DownFrame {
    if (!held || !this.holds(log, held)) return this.snapshot(log);
    return this.eventsFrame(log, this.logs[log].slice(held.seq, held.seq + limits.eventsPerFrame));
  }

  /** The newest entries before a seq. */
  pageFrame(before: number): Extract<DownFrame, { type: 'page' }> {
    return { type: 'page', conversationId: this.id, before, ...this.newest(before) };
  }

  private holds(log: Log, { epoch, seq, id }: Position): boolean {
    if (epoch !== this.epoch) return false;
    return seq === 0 ? id === '' : this.logs[log][seq - 1]?.id === id;
  }

  private snapshot(log: Log): DownFrame {
    const position = { epoch: this.epoch, ...this.record.heads[log] };
    const { id: conversationId, state, desk } = this.record;
    if (log === 'desk') return { type: 'snapshot', conversationId, log, position, state: desk };
    const receipts = [...this.receipts.values()];
    const newest = this.newest(Number.POSITIVE_INFINITY);
    return { type: 'snapshot', conversationId, log, position, state, receipts, ...newest };
  }

  private newest(before: number): { entries: Entry[]; hasOlder: boolean } {
    const earlier = this.entries.filter((entry) => entry.seq < before);
    const entries = earlier.slice(-limits.entriesPerPage);
    return { entries, hasOlder: earlier.length > entries.length };
  }
}
