import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { allLabels, longWord, withFiles } from '../testing/parts.js';
import { framed } from '../testing/story-frame.js';
import { FileAttachment } from './file-attachment.js';

const file = {
  type: 'file',
  fileId: 'label',
  name: 'return-label.pdf',
  mediaType: 'application/pdf',
  bytes: 482_130,
} as const;

const meta = {
  title: 'Parts/FileAttachment',
  component: FileAttachment,
  decorators: [framed, withFiles],
  args: { file, labels: allLabels },
} satisfies Meta<typeof FileAttachment>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    const link = await canvas.findByRole('link', { name: /^Download return-label\.pdf 482/ });
    await expect(link).toHaveAttribute('download', 'return-label.pdf');
  },
};
export const NoKind: Story = { args: { file: { ...file, name: 'README', bytes: 1 } } };
export const Large: Story = { args: { file: { ...file, name: 'unboxing.mp4', bytes: 48_213_000 } } };
export const LongName: Story = { args: { file: { ...file, name: `${longWord} ${longWord}.docx` } } };
export const NotThere: Story = { args: { file: { ...file, fileId: 'gone' } } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { file: { ...file, name: 'ملصق الإرجاع.pdf' } },
};
