import { type ChatClient, handoffOf, queuePlaceOf } from '@batonchat/core';
import { useCallback } from 'react';
import { useChat } from '../client/use-chat.js';
import type { Labels } from '../labels.js';
import type { Slots } from '../widget/slots.js';
import { ContactCard } from './contact-card.js';
import { contactStageOf } from './contact-stage.js';
import { HandoffBanner } from './handoff-banner.js';

/** Props of {@link HandoffStage}. */
export interface HandoffStageProps {
  client: ChatClient;
  labels: Labels;
  slots: Partial<Slots>;
  /** Above the log stands the waiting, with its form folded away; below it a form that wants an answer now. */
  place: 'above' | 'below';
}

/** What a handoff puts around the log: a banner while the visitor waits, and the contact form where one is open. */
export function HandoffStage({ client, labels, slots, place }: HandoffStageProps) {
  const handoff = useChat(client, handoffOf);
  const stage = useChat(client, contactStageOf);
  const queuePlace = useChat(client, queuePlaceOf);
  const isClosed = useChat(client, ({ connection }) => connection.status === 'closed');
  const skewMs = useChat(client, (state) => state.skewMs);
  const now = useCallback(() => Date.now() + skewMs, [skewMs]);
  const Banner = slots.HandoffBanner ?? HandoffBanner;
  const contact = <ContactCard client={client} labels={labels} Form={slots.ContactForm} />;
  if (place === 'below')
    return stage !== null && stage !== 'pending' && <section className="baton-card">{contact}</section>;
  return (
    // Nobody is on the way to a page that is cut off for good: the connection's notice says what to do.
    handoff?.status === 'pending' &&
    !isClosed && (
      <Banner handoff={handoff} queuePlace={queuePlace} labels={labels} now={now}>
        {stage === 'pending' && contact}
      </Banner>
    )
  );
}
