import type { MessageRow } from '@batonchat/core';
import type { ChoiceAnswer, FormAnswer, RatingAnswer } from '@batonchat/protocol';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { MessageList } from '../message-list/message-list.js';
import {
  answerRow,
  carousel,
  choices,
  fileUrl,
  form,
  partsRow,
  pictureNamed,
  ratingOf,
} from '../testing/parts.js';
import { startedAt } from '../testing/rows.js';
import { framedTall } from '../testing/story-frame.js';
import { PartsProvider } from './parts-provider.js';

const text = (said: string) => ({ type: 'text', text: said }) as const;
const open: Partial<MessageRow> = { isAsking: true };

function Log({ rows, isAgent = false }: { rows: readonly MessageRow[]; isAgent?: boolean }) {
  return (
    <PartsProvider fileUrl={fileUrl} onAnswer={isAgent ? undefined : fn()}>
      <MessageList rows={rows} viewer={isAgent ? 'agent' : 'visitor'} now={() => startedAt} />
    </PartsProvider>
  );
}

const meta = {
  title: 'Parts/In a conversation',
  component: Log,
  decorators: [framedTall],
} satisfies Meta<typeof Log>;
export default meta;
type Story = StoryObj<typeof meta>;

const chosen: ChoiceAnswer = { type: 'choice', messageId: 'm1', choiceIds: ['repair'], label: 'A repair' };
const filled: FormAnswer = {
  type: 'form-answer',
  messageId: 'm3',
  values: [
    { id: 'name', label: 'Name', value: 'Jo Silva' },
    { id: 'email', label: 'Email', value: 'jo@example.com' },
    { id: 'terms', label: 'I have removed everything from the bag', value: true },
  ],
};
const rated: RatingAnswer = {
  type: 'rating-answer',
  messageId: 'm5',
  kind: 'stars',
  score: 4,
  comment: 'Quick!',
};

const answered: MessageRow[] = [
  partsRow(1, [text('Hi! I can look things up for you.'), choices], { answer: chosen }),
  answerRow(2, chosen),
  partsRow(3, [text('Zips are covered for **ten years**.'), form], {
    answer: filled,
  }),
  answerRow(4, filled),
  partsRow(5, [ratingOf('stars')], { answer: rated }),
  answerRow(6, rated),
];

export const Greeting: Story = {
  args: { rows: [partsRow(1, [text('Hi! I can look things up for you.'), choices], open)] },
};
export const Answered: Story = { args: { rows: answered } };
export const AnsweredDark: Story = { args: { rows: answered }, globals: { theme: 'dark' } };
export const AnsweredToAnAgent: Story = { args: { rows: answered, isAgent: true } };
export const Shopping: Story = {
  args: { rows: [partsRow(1, [text('These would fit a weekend:'), carousel], open)] },
};
export const ShoppingDark: Story = { ...Shopping, globals: { theme: 'dark' } };
export const ShoppingRightToLeft: Story = { ...Shopping, globals: { direction: 'rtl' } };
export const Media: Story = {
  args: {
    rows: [
      partsRow(1, [
        text('Here it is, and your label:'),
        { type: 'image', name: 'sling.jpg', ...pictureNamed('sling', 'A moss green sling') },
        { type: 'file', fileId: 'label', name: 'label.pdf', mediaType: 'application/pdf', bytes: 482_130 },
      ]),
    ],
  },
};
export const AskingForDetails: Story = {
  args: { rows: [partsRow(1, [text('Let us fix that zip.'), { ...form }], open)] },
};
export const WaitingForTheVisitor: Story = {
  args: { rows: [partsRow(1, [text('Let us fix that zip.'), { ...form }], open)], isAgent: true },
};
