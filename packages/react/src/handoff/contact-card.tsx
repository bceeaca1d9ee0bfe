import { type ChatClient, handoffOf } from '@batonchat/core';
import type { Contact } from '@batonchat/protocol';
import type { ComponentType } from 'react';
import { useChat } from '../client/use-chat.js';
import type { Labels } from '../labels.js';
import { ContactForm, type ContactFormProps } from './contact-form.js';
import { contactStageOf, leftContact } from './contact-stage.js';
import { handoffLabels } from './handoff-labels.js';

/** Props of {@link ContactCard}. */
export interface ContactCardProps {
  client: ChatClient;
  labels: Labels;
  Form?: ComponentType<ContactFormProps> | undefined;
}

/** The contact form as the present point of the handoff asks for it. */
export function ContactCard({ client, labels: some, Form = ContactForm }: ContactCardProps) {
  const labels = { ...handoffLabels, ...some };
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
      problem={left && (left.refusal?.code === 'no-form' ? labels.askedNoMore : labels.noticeFailed)}
      submitLabel={isFirst ? labels.contactSubmitFirst : undefined}
      onSubmit={leave(isFirst || isWaiting)}
      onSubmitAndLeave={isWaiting ? leave(false) : undefined}
      onDiscard={left ? discard : undefined}
      labels={labels}
    />
  );
}
