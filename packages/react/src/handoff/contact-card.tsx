import { type ChatClient, type ChatState, handoffOf, type OutboxItem } from '@batonchat/core';
import { type Contact, takesContact } from '@batonchat/protocol';
import type { ComponentType } from 'react';
import { useChat } from '../client/use-chat.js';
import type { Labels } from '../labels.js';
import type { ContactFormProps } from './contact-form.js';

interface ContactCardProps {
  client: ChatClient;
  labels: Labels;
  Form: ComponentType<ContactFormProps>;
}

/** Where the form stands now, or null where none is open. `refused`: the relay did not take what was left. */
export type ContactStage = 'collecting' | 'pending' | 'resolved' | 'refused';

/** Whether a contact form is open, and at which point of the handoff. None while one is on its way. */
export function contactStageOf(state: ChatState): ContactStage | null {
  const left = leftContact(state);
  if (left) return left.status === 'failed' ? 'refused' : null;
  const handoff = handoffOf(state);
  if (!handoff || !takesContact(handoff) || (handoff.hasContact && handoff.status !== 'collecting'))
    return null;
  return handoff.status as ContactStage;
}

/** What was left last and is not in the log: where it was refused, it comes back into the form rather than being lost. */
const leftContact = ({ outbox }: ChatState): OutboxItem | null =>
  outbox.findLast((item) => item.command.type === 'leave-contact') ?? null;

/** The contact form as the present point of the handoff asks for it. */
export function ContactCard({ client, labels, Form }: ContactCardProps) {
  const stage = useChat(client, contactStageOf);
  const left = useChat(client, leftContact);
  const status = useChat(client, (state) => handoffOf(state)?.status);
  if (stage === null) return null;

  const discard = () => {
    if (left) client.discard(left.commandId);
  };
  const leave = (keepWaiting: boolean) => (contact: Contact) => {
    discard();
    client.leaveContact(contact, { keepWaiting });
  };
  const isFirst = status === 'collecting';
  const isWaiting = status === 'pending';
  const intro = isFirst
    ? labels.contactIntroFirst
    : isWaiting
      ? labels.contactIntroWaiting
      : labels.contactIntroUnanswered;
  return (
    <Form
      key={left?.commandId ?? stage}
      intro={intro}
      initial={left?.command.type === 'leave-contact' ? left.command.contact : null}
      problem={left ? (left.refusal?.message ?? labels.noticeFailed) : null}
      submitLabel={isFirst ? labels.contactSubmitFirst : undefined}
      onSubmit={leave(isFirst || isWaiting)}
      onSubmitAndLeave={isWaiting ? leave(false) : undefined}
      onDiscard={left ? discard : undefined}
      labels={labels}
    />
  );
}
