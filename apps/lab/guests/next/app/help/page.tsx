import { connection } from 'next/server';
import { Help } from './help';

export default async function HelpPage() {
  await connection();
  return <Help relay={process.env['RELAY'] ?? ''} />;
}
