import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { framed } from '../testing/story-frame.js';
import { ContactForm } from './contact-form.js';

const meta = {
  title: 'Components/ContactForm',
  component: ContactForm,
  decorators: [framed],
  args: { intro: 'Leave your details and we will get back to you.', onSubmit: fn() },
} satisfies Meta<typeof ContactForm>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const WhileWaiting: Story = {
  args: { intro: 'Leave your details, and we can reply even if you have to go.', onSubmitAndLeave: fn() },
};
export const Filled: Story = {
  args: { initial: { name: 'Jo Silva', email: 'jo@example.com', message: 'My zip broke.' } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save my details' }));
    await expect(args.onSubmit).toHaveBeenCalledWith({
      name: 'Jo Silva',
      email: 'jo@example.com',
      message: 'My zip broke.',
    });
  },
};
export const Refused: Story = {
  args: {
    initial: { name: 'Jo Silva', email: 'jo@example.com', message: '' },
    problem: 'No contact form is open.',
    onDiscard: fn(),
  },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Jo Silva');
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(args.onDiscard).toHaveBeenCalledOnce();
  },
};
export const Empty: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save my details' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Please fill in at least one field.');
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** Whatever is wrong is said at its field. */
export const WrongEmail: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const email = canvas.getByRole('textbox', { name: 'Email' });
    await userEvent.type(email, 'jo at example{Enter}');
    await expect(email).toHaveAccessibleDescription('Please enter an email address like name@example.com.');
    await expect(email).toHaveFocus();
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
