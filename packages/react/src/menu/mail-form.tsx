import type { ChatClient, SentTranscript } from '@batonchat/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { checkContact } from '../handoff/check-contact.js';
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

/** How often it is asked whether a mail was refused: a mail server says so at once, or not for hours. */
const looks = 5;

/** Asks where to the conversation is to be mailed. What the relay or a mail server refuses is said at the field. */
export function MailForm({ client, labels: some, onBack, onDone }: MailFormProps) {
  const labels = { ...handoffLabels, ...seldomLabels, ...some };
  const place = useRef<HTMLDivElement>(null);
  const isBusy = useRef(false);
  const [to, setTo] = useState(() => client.store.getState().conversation?.state.contact?.email ?? '');
  const [problem, setProblem] = useState<string>();
  const [sent, setSent] = useState<SentTranscript | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever takes the place of what had the focus has it next.
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [sent, problem]);

  useEffect(() => {
    if (!sent) return;
    let timer: ReturnType<typeof setTimeout>;
    let count = 0;
    const look = async () => {
      const status = await sent.status().catch(() => 'waiting');
      if (status === 'failed') {
        setSent(null);
        setProblem(labels.transcriptRefused(to));
      } else if (status === 'waiting' && count < looks) lookLater();
    };
    const lookLater = () => {
      timer = setTimeout(look, 1000 * 2 ** count++);
    };
    lookLater();
    return () => {
      count = looks;
      clearTimeout(timer);
    };
  }, [sent, to, labels.transcriptRefused]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const email = to.trim();
    const found = checkContact({ name: '', email, message: '' }, labels);
    if (isBusy.current) return;
    isBusy.current = true;
    setProblem(undefined);
    const trouble = email ? found.email : labels.invalidEmail;
    try {
      if (trouble) return setProblem(trouble);
      const { lang } = place.current?.closest<HTMLElement>('[lang]') ?? {};
      const mail = await (await client.transcripts()).send(email, lang);
      setTo(email);
      if (mail) setSent(mail);
      else setProblem(labels.invalidEmail);
    } catch {
      setProblem(labels.noticeFailed);
    } finally {
      isBusy.current = false;
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
      <p role="status">{sent && labels.transcriptMailed(to)}</p>
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
            <button type="button" className="baton-text-button" onClick={onBack}>
              {labels.hideDetails}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
