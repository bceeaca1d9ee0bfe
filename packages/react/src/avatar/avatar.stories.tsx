import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { framed } from '../testing/story-frame.js';
import { Avatar } from './avatar.js';

const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#e2a45c"/><circle cx="4" cy="3" r="1.6" fill="#fff"/><path d="M1 8c0-2 1.3-3 3-3s3 1 3 3z" fill="#fff"/></svg>',
)}`;

const meta = {
  title: 'Components/Avatar',
  component: Avatar,
  decorators: [framed],
  args: { author: { kind: 'agent', name: 'Ada Byron', avatarUrl: null }, size: 'large' },
} satisfies Meta<typeof Avatar>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Initials: Story = {};
export const Picture: Story = { args: { author: { kind: 'agent', name: 'Ada', avatarUrl: picture } } };
export const Bot: Story = { args: { author: { kind: 'bot', name: 'Helper', avatarUrl: null } } };
export const Nameless: Story = { args: { author: { kind: 'visitor', name: null, avatarUrl: null } } };
export const OtherScripts: Story = {
  args: { author: { kind: 'agent', name: 'ليلى حداد', avatarUrl: null } },
};
export const Small: Story = { args: { size: 'small' } };
export const Dark: Story = { globals: { theme: 'dark' } };

/** A picture that does not load leaves the initials. */
export const BrokenPicture: Story = {
  args: { author: { kind: 'agent', name: 'Ada Byron', avatarUrl: '/nobody-has-this.png' } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('AB')).toBeVisible());
  },
};
