import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as a server received it: the envelope, the headers in lower case, and the parts by media type, decoded. */
export interface ReceivedMail {
  from: string;
  to: string[];
  headers: Record<string, string>;
  parts: Record<string, string>;
}

/** A real SMTP server on loopback. */
export interface MailServer {
  url: string;
  port: number;
  received: ReceivedMail[];
  /** How often somebody has named a recipient. */
  tries(): number;
  close(): Promise<void>;
}

/** Starts one; `refuse` gives the answer to a recipient that is not taken, such as `550`. */
export async function startMailServer({
  port = 0,
  refuse = () => null,
}: {
  port?: number;
  refuse?(to: string): number | null;
} = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let tries = 0;
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onRcptTo({ address }, _session, done) {
      tries += 1;
      const responseCode = refuse(address);
      done(responseCode ? Object.assign(new Error(`No such mailbox: ${address}`), { responseCode }) : null);
    },
    onData(stream, { envelope }, done) {
      buffer(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...mailOf(raw) });
        done();
      }, done);
    },
  });
  const listening = await new Promise<{ port: number }>((resolve, reject) => {
    server.on('error', reject);
    const tcp = server.listen(port, '127.0.0.1', () => resolve(tcp.address() as { port: number }));
  });
  return {
    url: `smtp://127.0.0.1:${listening.port}`,
    port: listening.port,
    received,
    tries: () => tries,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function mailOf(raw: Buffer): Pick<ReceivedMail, 'headers' | 'parts'> {
  const { headers, body } = split(raw.toString('latin1'));
  const [, boundary] = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '') ?? [];
  const parts = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1);
  return {
    headers,
    parts: Object.fromEntries(
      parts.map((part) => {
        const inner = split(part.trimStart());
        const type = inner.headers['content-type']?.split(';')[0] ?? '';
        return [type, decoded(inner.body, inner.headers['content-transfer-encoding'])];
      }),
    ),
  };
}

function split(mail: string): { headers: Record<string, string>; body: string } {
  const end = mail.indexOf('\r\n\r\n');
  const lines = mail
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { headers: Object.fromEntries(headers), body: mail.slice(end + 4) };
}

function decoded(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body.replaceAll('\r\n', '\n');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
