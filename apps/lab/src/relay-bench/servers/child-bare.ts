/** The floor: pairs of sockets; a message goes to the partner, an acknowledgement to its sender. Nothing is stored. */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from './listen.js';
import { serve } from './serve.js';

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();

sockets.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (data: Buffer) => {
    const { id, text } = JSON.parse(data.toString()) as { id: string; text: string };
    const json = JSON.stringify({ type: 'message', id, text });
    for (const each of room) if (each !== socket) each.send(json);
    socket.send(JSON.stringify({ type: 'ack', id }));
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});
serve(listen(server));
