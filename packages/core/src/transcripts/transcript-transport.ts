/** `failed`: the address was refused, or the mail server could not be reached for half a day. */
export type TranscriptStatus = 'waiting' | 'sent' | 'failed';

/** Which transcript is wanted; `requestId` makes a repeat the same one. */
export interface TranscriptWish {
  conversationId: string;
  requestId: string;
  /** One email address. */
  to: string;
  /** A BCP 47 tag: the language that it is written in, where the relay knows it. */
  locale: string | undefined;
  /** IANA. */
  timeZone: string | undefined;
}

/** The port to where transcripts are mailed. */
export interface TranscriptTransport {
  /** Whether any are. Rejects where that can't be known now. */
  isOffered(): Promise<boolean>;
  /** The email address that the site has signed of the visitor, or null. Rejects where that can't be known now. */
  address(): Promise<string | null>;
  /**
   * True once the wish is kept, false where the address is not taken. Rejects with a `RelayBusy` when a time is named, with
   * anything else when it did not arrive.
   */
  send(wish: TranscriptWish): Promise<boolean>;
  statusOf(wish: Pick<TranscriptWish, 'conversationId' | 'requestId'>): Promise<TranscriptStatus>;
}
