import type { Attachment, Files, FilesState } from '@batonchat/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { createStore } from 'zustand/vanilla';
import { visitorLabels } from '../english.js';
import { framed } from '../testing/story-frame.js';
import { AttachFiles } from './attach-files.js';
import { Composer } from './composer.js';
import type { ComposerTray } from './use-composer.js';

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#5b6c4f" d="M0 0h40v40H0z"/><path fill="#c8d3b6" d="M10 14h20v18H10z"/></svg>')}`;

const attachment = (changes: Partial<Attachment>): Attachment => ({
  ...{ id: changes.name ?? 'file', name: 'receipt.pdf', bytes: 182_000, previewUrl: null },
  ...{ status: 'uploaded', progress: 1, refusal: null },
  ...changes,
});

interface StoryProps {
  attachments: readonly Attachment[];
  terms: FilesState['terms'];
  isTooMany: boolean;
  isDisabled: boolean;
  text: string;
  onAdd: Files['add'];
  onRemove: Files['remove'];
  onRetry: Files['retry'];
}

function WithFiles({
  attachments,
  terms,
  isTooMany,
  isDisabled,
  text: given,
  onAdd,
  onRemove,
  onRetry,
}: StoryProps) {
  const [text, setText] = useState(given);
  const [tray, setTray] = useState<ComposerTray | null>(null);
  const [open] = useState(() => {
    const store = createStore<FilesState>(() => ({ terms, attachments, isTooMany }));
    const files: Files = {
      store,
      add: onAdd,
      remove: onRemove,
      retry: onRetry,
      send: () => ({ commandId: 'sent' }),
      takeBack: () => {},
      destroy: () => {},
    };
    return () => Promise.resolve(files);
  });
  return (
    <Composer
      text={text}
      onTextChange={setText}
      onSend={() => true}
      isDisabled={isDisabled}
      hasFiles={tray?.hasFiles}
      attach={<AttachFiles open={open} onTray={setTray} isDisabled={isDisabled} labels={visitorLabels} />}
    />
  );
}

const meta = {
  title: 'Components/Attachments',
  component: WithFiles,
  decorators: [framed],
  args: {
    attachments: [],
    terms: { maxBytes: 10_000_000, accept: ['image/png', 'application/pdf'] },
    isTooMany: false,
    isDisabled: false,
    text: '',
    onAdd: fn(),
    onRemove: fn(),
    onRetry: fn(),
  },
} satisfies Meta<typeof WithFiles>;
export default meta;
type Story = StoryObj<typeof meta>;

const uploading = attachment({
  name: 'a long name of a photo.jpg',
  status: 'uploading',
  progress: 0.4,
  previewUrl: picture,
});
const refused = attachment({
  ...{ name: 'page.png', status: 'refused', progress: 0, bytes: 900 },
  refusal: { reason: 'kind', message: 'Its name ends in .png, but it is no such file.' },
});
const everyState = [
  attachment({ name: 'bag.png', previewUrl: picture, bytes: 48_000 }),
  uploading,
  attachment({ name: 'terms.docx', status: 'waiting', progress: 0 }),
  attachment({ name: 'receipt.pdf', status: 'failed', progress: 0 }),
  refused,
];

export const Empty: Story = {};
export const Uploaded: Story = { args: { attachments: everyState.slice(0, 1), text: 'This one' } };
export const Uploading: Story = { args: { attachments: [uploading] } };
export const Waiting: Story = { args: { attachments: everyState.slice(2, 3) } };
export const TooLarge: Story = {
  args: {
    attachments: [
      attachment({
        name: 'film.zip',
        status: 'refused',
        refusal: { reason: 'too-large', message: 'Too large.' },
      }),
    ],
  },
};
export const EveryState: Story = { args: { attachments: everyState } };
export const TooMany: Story = {
  args: {
    attachments: Array.from({ length: 9 }, (_, index) => attachment({ name: `${index + 1}.pdf` })),
    isTooMany: true,
  },
};
export const Disabled: Story = { args: { isDisabled: true } };
export const Dark: Story = { args: { attachments: everyState }, globals: { theme: 'dark' } };
export const RightToLeft: Story = { args: { attachments: everyState }, globals: { direction: 'rtl' } };

/** A relay that takes no files shows no way to send any. */
export const NotOffered: Story = {
  args: { terms: null },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'Attach files' })).toBeNull();
  },
};

/** What failed can be tried again, and anything can be taken out. */
export const Ways: Story = {
  args: { attachments: everyState },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Retry: receipt.pdf' }));
    await expect(args.onRetry).toHaveBeenCalledWith('receipt.pdf');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove page.png' }));
    await expect(args.onRemove).toHaveBeenCalledWith('page.png');
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  },
};
