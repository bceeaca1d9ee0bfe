/** The peer: Socket.IO with connection state recovery, a room for each pair, and its own acknowledgements. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.js';
import { serve } from './serve.js';

const server = createServer();
const io = new Server(server, { connectionStateRecovery: {}, serveClient: false });

io.on('connection', (socket) => {
  const room = String(socket.handshake.query['room']);
  void socket.join(room);
  socket.on('message', (message: { id: string; text: string }, acknowledge: (id: string) => void) => {
    socket.to(room).emit('message', message);
    acknowledge(message.id);
  });
});
serve(listen(server));
