import type { ReactNode } from 'react';
import '@batonchat/react/styles.css';

export const metadata = { title: 'A Next site' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
