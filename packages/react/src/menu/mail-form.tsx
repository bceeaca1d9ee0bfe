import type { ChatClient, SentTranscript } from '@batonchat/core';
import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ContactField } from '../handoff/contact-form.js';
import { handoffLabels } from '../handoff/handoff-labels.js';
import type { Labels } from '../labels.js';
import { seldomLabels } from '../widget/english-seldom.js';

/** Props of {@link MailForm}. */
export interface MailFormProps {
  client: ChatClient;
  labels: Labels;
  /** The form is given up. */
  onBack(): void;
  /** The visitor has read that it is on its way. */
  onDone(): void;
}

/** The last pause before it is asked whether a mail was refused: a mail server says so at once, or not for hours. */
const lastLookMs = 16_000;

/**
 * Asks where to the conversation is to be mailed: to the address that the visitor has left in it, or else to the one that
 * their site has signed, unless they write another. What the relay or a mail server refuses is said at the field.
 */
export function MailForm({ client, labels: some, onBack, onDone }: MailFormProps) {
  const labels = { ...handoffLabels, ...seldomLabels, ...some };
  const place = useRef<HTMLDivElement>(null);
  const [to, setTo] = useState(() => client.store.getState().conversation?.state.contact?.email ?? '');
  const [problem, setProblem] = useState<string>();
  const [sent, setSent] = useState<SentTranscript | null>(null);

  useEffect(() => {
    let isGone = false;
    client
      .transcripts()
      .then((transcripts) => transcripts.address())
      .then(
        (address) => isGone || setTo((written) => written || (address ?? '')),
        () => {},
      );
    return () => {
      isGone = true;
    };
  }, [client]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever takes the place of what had the focus has it next.
  useLayoutEffect(() => {
    place.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [sent, problem]);

  useEffect(() => {
    if (!sent) return;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const lookIn = (ms: number) => {
      timer = setTimeout(async () => {
        const status = await sent.status().catch(() => 'waiting');
        if (isGone) return;
        if (status === 'failed') {
          setSent(null);
          setProblem(labels.transcriptRefused(to.trim()));
        } else if (status === 'waiting' && ms < lastLookMs) lookIn(2 * ms);
      }, ms);
    };
    lookIn(1000);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [sent, to, labels.transcriptRefused]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { lang } = event.currentTarget.closest<HTMLElement>('[lang]') ?? {};
    setProblem(undefined);
    try {
      const mail = await (await client.transcripts()).send(to.trim(), lang);
      if (mail) setSent(mail);
      else setProblem(labels.invalidEmail);
    } catch {
      setProblem(labels.noticeFailed);
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (sent) onDone();
    else onBack();
  };

  return (
    <div
      ref={place}
      className="baton-menu baton-menu-form"
      role="dialog"
      aria-label={labels.mailTranscript}
      onKeyDown={onKeyDown}
    >
      <p role="status">{sent && labels.transcriptMailed(to.trim())}</p>
      {sent ? (
        <button type="button" className="baton-button" onClick={onDone}>
          {labels.dismiss}
        </button>
      ) : (
        <form className="baton-form" noValidate onSubmit={submit}>
          <ContactField field="email" value={to} problem={problem} labels={labels} onChange={setTo} />
          <div className="baton-form-actions">
            <button type="submit" className="baton-button baton-button-primary">
              {labels.mailTranscript}
            </button>
            <button type="button" className="baton-button" onClick={onBack}>
              {labels.hideDetails}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
