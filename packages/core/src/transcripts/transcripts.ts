import { mintId } from '../mint-id.js';
import type { ReadonlyStore } from '../readonly-store.js';
import type { ChatState } from '../state.js';
import type { Transport } from '../transport.js';
import { httpTranscripts } from './http-transcripts.js';
import type { TranscriptStatus, TranscriptTransport } from './transcript-transport.js';

/** A transcript that the relay has taken on: it is on its way. */
export interface SentTranscript {
  /** Rejects where that can't be known now. */
  status(): Promise<TranscriptStatus>;
}

/** A visitor's conversation by mail. */
export interface Transcripts {
  /** Whether the relay mails any; what it has answered once holds. Rejects where it does not answer within a second. */
  isOffered(): Promise<boolean>;
  /**
   * The visitor's own email address, as the site's server has signed it; null where it has not. Rejects where the relay was
   * not reached.
   */
  address(): Promise<string | null>;
  /**
   * Has the conversation sent to one email address as it stands now, in the language of `locale` (a BCP 47 tag) where the
   * relay writes it. Null where the address is not taken. Rejects with a `RelayBusy` where too many were asked for, with
   * anything else where the relay was not reached: the same again is the same mail then.
   */
  send(to: string, locale?: string): Promise<SentTranscript | null>;
}

const opened = new WeakMap<Transport, Promise<Transcripts>>();

/** The transcripts of a visitor's client: the same ones for the same transport. */
export function transcriptsOf(transport: Transport, client: ReadonlyStore<ChatState>): Promise<Transcripts> {
  const transcripts = opened.get(transport) ?? open(transport, client);
  opened.set(transport, transcripts);
  return transcripts;
}

async function open(transport: Transport, client: ReadonlyStore<ChatState>): Promise<Transcripts> {
  const { files, token } = transport;
  const way: TranscriptTransport | undefined = transport.transcripts
    ? await transport.transcripts()
    : typeof files === 'string'
      ? httpTranscripts(files, token)
      : undefined;
  let isOffered: boolean | undefined;
  /** By what was asked for and has not been answered. */
  const unsettled: Record<string, string> = {};

  return {
    async isOffered() {
      isOffered ??= (await way?.isOffered()) ?? false;
      return isOffered;
    },
    address: async () => (await way?.address()) ?? null,
    async send(to, locale) {
      const conversationId = client.getState().conversation?.id;
      if (!way || conversationId === undefined) throw new Error('No transcript can be sent now.');
      const key = `${conversationId} ${to}`;
      unsettled[key] ??= mintId();
      const requestId = unsettled[key];
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const isTaken = await way.send({ conversationId, requestId, to, locale, timeZone });
      delete unsettled[key];
      return isTaken ? { status: () => way.statusOf({ conversationId, requestId }) } : null;
    },
  };
}
