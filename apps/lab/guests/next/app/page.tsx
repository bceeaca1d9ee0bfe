import { ChatWidget } from '@batonchat/react';
import Link from 'next/link';
import { connection } from 'next/server';

/** A server component: the launcher is in the HTML, before any script ran. */
export default async function Home() {
  await connection();
  return (
    <main>
      <h1>A Next site</h1>
      <Link href="/help">Help</Link>
      <ChatWidget relay={process.env['RELAY'] ?? ''} title="Support" />
    </main>
  );
}
