import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { allLabels, form, longWord } from '../testing/parts.js';
import { framed } from '../testing/story-frame.js';
import { Form, type FormProps } from './form.js';

const meta = {
  title: 'Parts/Form',
  component: Form,
  decorators: [framed],
  args: { form, isAsking: true, onSubmit: fn() as FormProps['onSubmit'], labels: allLabels },
} satisfies Meta<typeof Form>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A form remembers what was typed by its data: each story that types has data of its own. */
const ownForm = () => ({ ...form });

export const Default: Story = { args: { form: ownForm() } };
export const FilledIn: Story = {
  args: { form: ownForm() },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), ' Jo Silva ');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Email' }), 'jo@example.com');
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'A zip');
    await userEvent.click(canvas.getByRole('checkbox'));
    await userEvent.click(canvas.getByRole('button', { name: 'Get my label' }));
    await expect(args.onSubmit).toHaveBeenCalledWith([
      { id: 'name', label: 'Name', value: 'Jo Silva' },
      { id: 'email', label: 'Email', value: 'jo@example.com' },
      { id: 'reason', label: 'What is wrong with it?', value: 'A zip' },
      { id: 'terms', label: 'I have removed everything from the bag', value: true },
    ]);
  },
};

/** Whatever is wrong is said at its field, the first of them has the keyboard, and what was typed stays. */
export const Wrong: Story = {
  args: { form: ownForm() },
  play: async ({ args, canvas, userEvent }) => {
    const email = canvas.getByRole('textbox', { name: 'Email' });
    await userEvent.type(email, 'jo at example');
    await userEvent.click(canvas.getByRole('button', { name: 'Get my label' }));
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await expect(name).toHaveFocus();
    await expect(name).toHaveAccessibleDescription('Please fill in “Name”.');
    await expect(email).toHaveAccessibleDescription('Please enter an email address like name@example.com.');
    await expect(email).toHaveValue('jo at example');
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};
export const Answered: Story = { args: { isAsking: false, isAnswered: true, onSubmit: undefined } };
export const ToAnAgent: Story = { args: { onSubmit: undefined } };
export const EveryKind: Story = {
  args: {
    form: {
      type: 'form',
      fields: (['text', 'email', 'phone', 'number', 'date', 'select', 'checkbox', 'textarea'] as const).map(
        (kind) => ({ id: kind, label: `A ${kind}`, kind, options: ['One', 'Two'] }),
      ),
    },
  },
};
export const LongText: Story = {
  args: {
    form: {
      type: 'form',
      title: `${longWord} ${longWord}`,
      fields: [
        { id: 'a', label: `${longWord}?`, kind: 'text' },
        {
          id: 'b',
          label: `I agree to ${longWord} and to everything else that is said about it`,
          kind: 'checkbox',
        },
      ],
    },
  },
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: {
    form: {
      type: 'form',
      title: 'لكي نرسل لك الملصق',
      fields: [
        { id: 'name', label: 'الاسم', kind: 'text', isRequired: true },
        { id: 'email', label: 'البريد الإلكتروني', kind: 'email' },
        { id: 'terms', label: 'أفرغت الحقيبة', kind: 'checkbox' },
      ],
      submitLabel: 'إرسال',
    },
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, args: { form: ownForm() } };
export const DarkWrong: Story = { ...Wrong, globals: { theme: 'dark' }, args: { form: ownForm() } };
