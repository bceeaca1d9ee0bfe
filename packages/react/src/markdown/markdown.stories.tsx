import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect } from 'storybook/test';
import { framed } from '../testing/story-frame.js';
import { Markdown } from './markdown.js';

const everything = `# Sending a bag back

You have **30 days**, *really*, and ~~no~~ few questions. Ask \`/help\` or [read more](/help/returns).

- Clean and unused
- With its tags
  - both of them
- [x] Order number
- [ ] Return label

1. Open *My orders*
2. Press **Return**

> Bottles can only be returned unopened.

| Where | Days | Cost |
| --- | ---: | :---: |
| Portugal | 2 | free |
| Rest of the EU | 5 | €5 |

\`\`\`ts
const label = await createLabel({ order: 'H-20931', carrier: 'ctt', dropOff: 'nearest pickup point' });
\`\`\`

---

![The label](/help/label.png) or write to help@example.com.`;

const meta = {
  title: 'Components/Markdown',
  component: Markdown,
  decorators: [framed],
  args: { text: everything },
} satisfies Meta<typeof Markdown>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Everything: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const Empty: Story = { args: { text: '' } };
export const LongWords: Story = {
  args: {
    text: `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ${'x'.repeat(90)} https://example.com/${'path/'.repeat(24)}`,
  },
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { text: '**مرحبا!** لديك 30 يومًا لإرجاع الحقيبة.\n\n- نظيفة\n- مع البطاقات\n\n`H-20931`' },
};

/** HTML, scripts and addresses that lead elsewhere show as the text that they are. */
export const Unsafe: Story = {
  args: {
    text: '<img src=x onerror=alert(1)> <script>alert(1)</script> [press](javascript:alert(1)) ![x](data:text/html,hi)',
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.queryByRole('link')).toBeNull();
    await expect(canvasElement.querySelector('script, img')).toBeNull();
    await expect(canvasElement).toHaveTextContent('<script>alert(1)</script>');
  },
};

/** Longer than a message may be: shown as it was written. */
export const TooLong: Story = { args: { text: `**not bold** ${'a word and '.repeat(400)}` } };

function Growing({ text }: { text: string }) {
  const [length, setLength] = useState(0);
  useEffect(() => {
    if (length >= text.length) return;
    const timer = setTimeout(() => setLength(length + 9), 30);
    return () => clearTimeout(timer);
  }, [length, text]);
  return <Markdown text={text.slice(0, length)} isStreaming={length < text.length} />;
}

/** As a bot writes it. */
export const Streaming: Story = { render: ({ text }) => <Growing text={text} /> };
