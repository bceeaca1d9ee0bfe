import { connect } from 'node:net';

/** The relay's answer to an upgrade, as from this address by way of a proxy; its socket is let go. */
export function knock(port: number, address: string): Promise<string> {
  const lines = [
    'GET /socket HTTP/1.1',
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `X-Forwarded-For: ${address}`,
  ];
  return new Promise((resolve, reject) => {
    const wire = connect(port, '127.0.0.1', () => wire.write(`${lines.join('\r\n')}\r\n\r\n`));
    wire.on('data', (answer) => {
      resolve(answer.toString());
      wire.destroy();
    });
    wire.on('error', reject);
  });
}
