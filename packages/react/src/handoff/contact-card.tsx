import type { ChatClient, ChatState, OutboxItem } from '@batonchat/core';
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

/** Where the form stands now, or null where none is open. */
export type ContactStage = 'collecting' | 'pending' | 'resolved';

/** Whether a contact form is open, and at which point of the handoff. None while one is on its way. */
export function contactStageOf({ conversation, outbox }: ChatState): ContactStage | null {
  const handoff = conversation?.state.handoff;
  if (!handoff || !takesContact(handoff) || (handoff.hasContact && handoff.status !== 'collecting'))
    return null;
  if (outbox.some((item) => item.command.type === 'leave-contact' && item.status === 'sending')) return null;
  return handoff.status as ContactStage;
}

/** A contact that the relay refused: it comes back into the form rather than being lost. */
const refusedContact = ({ outbox }: ChatState): OutboxItem | null =>
  outbox.find((item) => item.command.type === 'leave-contact' && item.status === 'failed') ?? null;

/** The contact form as the present point of the handoff asks for it. */
export function ContactCard({ client, labels, Form }: ContactCardProps) {
  const stage = useChat(client, contactStageOf);
  const refused = useChat(client, refusedContact);
  if (stage === null) return null;

  const leave = (keepWaiting: boolean) => (contact: Contact) => {
    if (refused) client.discard(refused.commandId);
    client.leaveContact(contact, { keepWaiting });
  };
  const intro = {
    collecting: labels.contactIntroFirst,
    pending: labels.contactIntroWaiting,
    resolved: labels.contactIntroUnanswered,
  }[stage];
  return (
    <Form
      key={refused?.commandId ?? stage}
      intro={intro}
      initial={refused?.command.type === 'leave-contact' ? refused.command.contact : null}
      problem={refused ? (refused.refusal?.message ?? labels.noticeFailed) : null}
      submitLabel={stage === 'collecting' ? labels.contactSubmitFirst : undefined}
      onSubmit={leave(stage !== 'resolved')}
      onSubmitAndLeave={stage === 'pending' ? leave(false) : undefined}
      labels={labels}
    />
  );
}
