import type { VisitorCommand } from '@batonchat/protocol';
import type { ChatStorage } from './storage/storage.js';
import type { Transport } from './transport.js';

/**
 * Gives the token that the site's own server has signed for the visitor (a JWT, HS256), or null where nobody is signed in.
 * Its `sub` is who the visitor is.
 */
export type GetToken = () => string | null | Promise<string | null>;

/** For whom a client speaks: what is kept for them, their way to the relay, and the name that their tabs meet under. */
export interface Persona {
  /** Who a signed token says that it is; left out while nobody is signed in. */
  subject?: string;
  storage: ChatStorage<VisitorCommand>;
  transport: Transport;
  name(): string;
}
