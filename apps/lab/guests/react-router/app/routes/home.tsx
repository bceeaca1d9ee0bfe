import { ChatWidget } from '@batonchat/react';
import { useState } from 'react';
import type { Route } from './+types/home';

export const meta = () => [{ title: 'A React Router site' }];

export const loader = () => ({ relay: process.env['RELAY'] ?? '' });

/** Rendered on the server and taken over in the browser, on React 18. */
export default function Home({ loaderData }: Route.ComponentProps) {
  const [status, setStatus] = useState('none');
  return (
    <main>
      <h1>A React Router site</h1>
      <p>Handoff: {status}</p>
      <ChatWidget
        relay={loaderData.relay}
        onHandoffChange={(handoff) => setStatus(handoff?.status ?? 'none')}
      />
    </main>
  );
}
