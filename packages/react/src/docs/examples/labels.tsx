import { ChatWidget } from '@batonchat/react';

const labels = {
  talkToHuman: 'Ask our workshop',
  noticeClaimed: (name: string) => `${name} put the needle down and is with you`,
};

export const Help = () => <ChatWidget relay="http://localhost:9099" labels={labels} />;
