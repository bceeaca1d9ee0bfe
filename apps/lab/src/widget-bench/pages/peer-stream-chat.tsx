import { createRoot } from 'react-dom/client';
import { type Event, StreamChat } from 'stream-chat';
import { Channel, Chat, MessageComposer, VirtualizedMessageList, Window } from 'stream-chat-react';
import { begin } from './bench.js';
import type { BenchMessage } from './subject.js';

const visitor = { id: 'visitor', name: 'Visitor' };
const bot = { id: 'bot', name: 'Bot' };

/** A client of no server: who is signed in is set by hand, and whatever it asks for is answered with nothing. */
const client = new StreamChat('bench', { allowServerSideConnect: true });
client.axiosInstance.defaults.adapter = (config) =>
  Promise.resolve({ data: {}, status: 200, statusText: 'OK', headers: {}, config });
client.userID = visitor.id;
client.user = visitor;
client._user = visitor;
client.wsPromise = Promise.resolve() as never;
const channel = client.channel('messaging', 'bench', {});
channel.initialized = true;
const cid = channel.cid;

const messageOf = ({ id, isVisitor, text, at }: BenchMessage) => ({
  id,
  cid,
  text,
  type: 'regular' as const,
  user: isVisitor ? visitor : bot,
  created_at: new Date(at).toISOString(),
  updated_at: new Date().toISOString(),
});

const tell = (type: 'message.new' | 'message.updated', message: BenchMessage) => {
  client.dispatchEvent({
    type,
    cid,
    channel_type: 'messaging',
    channel_id: 'bench',
    message: messageOf(message),
    user: message.isVisitor ? visitor : bot,
    created_at: new Date().toISOString(),
  } as unknown as Event);
};

let place: HTMLElement | null = null;

begin({
  rowSelector: '.str-chat__virtual-list-message-wrapper',
  mount(given, messages) {
    place = given;
    channel.state.addMessagesSorted(messages.map(messageOf) as never, false, true, true, 'latest');
    createRoot(place).render(
      <Chat client={client}>
        <Channel channel={channel}>
          <Window>
            <VirtualizedMessageList />
            <MessageComposer />
          </Window>
        </Channel>
      </Chat>,
    );
  },
  append: (message) => tell('message.new', message),
  beginReply(id) {
    const message: BenchMessage = { id, isVisitor: false, text: '', at: Date.now() };
    tell('message.new', message);
    return (token) => {
      message.text += token;
      tell('message.updated', { ...message });
    };
  },
  scroller: () => place?.querySelector<HTMLElement>('[data-virtuoso-scroller]') ?? null,
  input: () => place?.querySelector<HTMLElement>('textarea') ?? null,
});
