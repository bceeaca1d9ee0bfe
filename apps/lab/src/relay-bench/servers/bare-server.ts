/** The floors' server: pairs of sockets; a message goes to the partner, an acknowledgement to its sender. */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from './listen.js';

/** For the screens: what is entered is sent and shown, and so is what the other page has sent. */
const page = `<!doctype html><html lang="en"><title>Bare</title><body><input><ul></ul><script>
const socket = new WebSocket(location.href.replace('http', 'ws'));
const list = document.querySelector('ul');
const show = (text) => list.appendChild(document.createElement('li')).append(text);
socket.onopen = () => { document.body.dataset.isOpen = ''; };
socket.onmessage = ({ data }) => {
  const frame = JSON.parse(data);
  if (frame.type === 'message') show(frame.text);
};
document.querySelector('input').onkeydown = ({ key, target }) => {
  if (key !== 'Enter') return;
  socket.send(JSON.stringify({ id: crypto.randomUUID(), text: target.value }));
  show(target.value);
  target.value = '';
};
</script></body></html>`;

/** Listens on a free port. `keep` is given each message with its room, and calls back once it is kept. */
export function startBareServer(
  keep: (room: string, json: string, kept: () => void) => void,
): Promise<number> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(page);
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  const rooms = new Map<string, Set<WebSocket>>();

  sockets.on('connection', (socket, request) => {
    const name = request.url ?? '';
    const room = rooms.get(name) ?? new Set();
    rooms.set(name, room.add(socket));
    socket.on('message', (data: Buffer) => {
      const { id, text } = JSON.parse(data.toString()) as { id: string; text: string };
      const json = JSON.stringify({ type: 'message', id, text });
      keep(name, json, () => {
        for (const each of room) if (each !== socket) each.send(json);
        socket.send(JSON.stringify({ type: 'ack', id }));
      });
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      room.delete(socket);
      if (room.size === 0) rooms.delete(name);
    });
  });
  return listen(server);
}
