import { Undeliverable } from '../outbox/worker.js';
import { checkMail, type MailOptions, mailboxOf } from './mail-options.js';

/** A mail to one address. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** BCP 47. */
  language: string;
  /** The same for the same letter: by it a mail server or a reader knows a repeat. */
  id: string;
}

/** Sends one letter. Rejects with `Undeliverable` where the mail server refuses the recipient or the letter for good. */
export type Mailer = (letter: Letter) => Promise<void>;

const times = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
};

/**
 * A mailer over SMTP, one connection a letter. Rejects with a `ConfigError` where a
 * setting is wrong; what sending rejects with names no address and holds nothing of a letter.
 */
export async function createMailer({ smtpUrl, from }: MailOptions): Promise<Mailer> {
  checkMail(smtpUrl, from);
  const { createTransport } = await import('nodemailer');
  const sender = mailboxOf(from) ?? { name: '', address: from };
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const transport = createTransport({ url: smtpUrl, ...times });

  return async ({ to, subject, text, html, language, id }) => {
    try {
      await transport.sendMail({
        ...{ from: sender, to: { name: '', address: to }, subject, text, html },
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw plainly(error);
    }
  };
}

/** What went wrong in words that may be logged: what a mail server says often names who the mail is for. */
function plainly(error: unknown): Error {
  const { code, command, responseCode } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  const what = [command && `to ${command}`, responseCode ?? code].filter(Boolean).join(' ');
  const message = `The mail server did not take it (${what || 'no answer'}).`;
  const isFinal = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return isFinal ? new Undeliverable(message) : new Error(message);
}
