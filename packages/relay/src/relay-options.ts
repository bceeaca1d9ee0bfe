import type { HandoffSettings } from '@batonchat/protocol';
import type { Bot } from './bot.js';
import type { Desk } from './desk.js';
import type { S3Options } from './files/s3-storage.js';
import type { RateLimits } from './gateway/rate-limits.js';
import type { LauncherSettings } from './http/launcher-settings.js';
import type { IdentityOptions } from './identity/identity-keys.js';
import type { AllowedOrigin } from './identity/origins.js';
import type { Logger } from './logger.js';
import type { MailOptions } from './mail/mail-options.js';
import type { Durability } from './store/open-store.js';

/** What Node's server knows of a request besides the request; `@hono/node-server` hands it to its fetch function. */
export interface NodeRequest {
  incoming?: { destroyed?: boolean; socket: { remoteAddress?: string | undefined } };
}

/** How a relay is set up. Only the bot has no default. */
export interface RelayOptions {
  bot: Bot;
  /** Folder of the SQLite store, the keys and the files; made when it is not there. Default `.baton`. */
  dataFolder?: string;
  /** PostgreSQL instead of SQLite; then `secret` is required. */
  databaseUrl?: string;
  /** What an acknowledged message must survive: the relay does not start on a store that offers less. */
  durability?: Durability;
  /** At least 32 characters. Default: made at first start and kept in the data folder. */
  secret?: string;
  /** The address under which browsers reach the relay, where it can't be told from the request. */
  publicUrl?: string;
  /** How many proxies in front of the relay are trusted to say who asks (X-Forwarded-*). Default 0. */
  trustedProxies?: number;
  /** Who may embed the widget besides the relay's own origin. */
  origins?: readonly AllowedOrigin[];
  /** Visitors whose site says, signed, who they are. */
  identity?: IdentityOptions;
  /** Where handoffs are alerted besides the console. */
  desks?: readonly Desk[];
  handoff?: Partial<HandoffSettings>;
  /** How much a participant may send, and how much may come from one address. Defaults: see `RateLimits`. */
  rateLimits?: Partial<RateLimits>;
  /**
   * How often a quiet socket is asked whether it is still there, in milliseconds; one that is silent for 1.5 times
   * this and 5 s is given up, on both ends. Default 20,000: what stands in front must not cut idle sockets sooner.
   */
  heartbeatMs?: number;
  /** How large a file may be that somebody sends, in bytes. Default 10 MB; 0: files are not taken. */
  fileBytes?: number;
  /** A bucket for the files, instead of the data folder; nodes that share a database need one. */
  s3?: S3Options;
  /**
   * The origin under which files are fetched, where it is another than the relay's own: it leads to the relay as well, and
   * there nothing but files is answered, and files are answered nowhere else.
   */
  filesOrigin?: string;
  /** By whom visitors' transcripts are mailed; left out, none are. */
  mail?: MailOptions;
  /** The built console and embed; without them those addresses answer 404. */
  consoleFolder?: string;
  embedFolder?: string;
  /** Options of the widget on every page that embeds it, such as `{ title: 'Fern' }`; a page's own attributes win. */
  launcher?: LauncherSettings;
  log?: Logger;
}
