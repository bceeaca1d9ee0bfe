import { useRef, useState } from 'react';
import type { MarkdownLabels } from './block-view.js';

/**
 * Puts a code block's text on the clipboard; where the browser lets no page do that, marks the text, for the reader to
 * copy.
 */
export function CopyButton({ text, labels }: { text: string; labels: MarkdownLabels }) {
  const [copied, setCopied] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const mark = () => {
    const code = button.current?.closest('figure')?.querySelector('code');
    if (code) getSelection()?.selectAllChildren(code);
  };
  return (
    <button
      ref={button}
      type="button"
      className="baton-text-button"
      onClick={() => {
        // Left out on pages without TLS.
        const { clipboard } = navigator as Partial<Navigator>;
        if (clipboard) clipboard.writeText(text).then(() => setCopied(text), mark);
        else mark();
      }}
    >
      <span aria-live="polite">{copied === text ? labels.copied : labels.copy}</span>
    </button>
  );
}
