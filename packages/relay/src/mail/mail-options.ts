import { ConfigError } from '../config-error.js';

/** By whom transcripts are sent, and from which address. */
export interface MailOptions {
  /** `smtp://user:password@host:587` (STARTTLS where it is offered) or `smtps://…:465`. */
  smtpUrl: string;
  /** An address, or a name and an address: `Shop <chat@shop.example>`. */
  from: string;
}

/** A name, which may be empty, and an address. */
export interface Mailbox {
  name: string;
  address: string;
}

/** One plain address: no list, no comment, no quotes, nothing that could begin another header. */
export const addressPattern =
  /^[\w.!#$%&*+/=?^`{|}~'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** A mailbox as `MailOptions.from` writes it; null where it is none. */
export function mailboxOf(text: string): Mailbox | null {
  const [, name = '', inside] = /^\s*"?([^"<>,;@\p{Cc}]*?)"?\s*<([^<>]*)>\s*$/u.exec(text) ?? [];
  const address = inside ?? text.trim();
  return address.length <= 254 && addressPattern.test(address) ? { name, address } : null;
}

/**
 * Both settings, or neither. Throws a `ConfigError` that names the variable; what it says of the URL holds no password.
 */
export function checkMail(smtpUrl: string | undefined, from: string | undefined): MailOptions | undefined {
  if (smtpUrl === undefined && from === undefined) return undefined;
  if (smtpUrl === undefined)
    throw new ConfigError(
      'BATON_SMTP_URL is required with BATON_MAIL_FROM. It looks like smtp://user:password@mail.example:587.',
    );
  if (from === undefined)
    throw new ConfigError(
      'BATON_MAIL_FROM is required with BATON_SMTP_URL. It looks like Shop <chat@shop.example>.',
    );
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    throw new ConfigError(
      'BATON_SMTP_URL is no address of a mail server. It looks like smtp://user:password@mail.example:587, with smtps:// for TLS from the start; what is special in a password is percent-encoded.',
    );
  if (!mailboxOf(from))
    throw new ConfigError(
      `BATON_MAIL_FROM is ${JSON.stringify(from)}. It looks like chat@shop.example, or Shop <chat@shop.example>.`,
    );
  return { smtpUrl, from };
}
