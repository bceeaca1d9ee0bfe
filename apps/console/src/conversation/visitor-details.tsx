import type { ConversationState, DeskState } from '@batonchat/protocol';
import { memo, type ReactNode } from 'react';
import { useRelayTime } from '../desk/use-relay-time.js';
import { VerifiedMark } from '../icons.js';
import { elapsedText } from '../queue/elapsed.js';
import { words } from '../words.js';
import { browserName } from './browser-name.js';

interface VisitorDetailsProps extends VisitProps {
  id: string;
  /** Where the window is too narrow to show them beside the messages. */
  isOpen: boolean;
  contact: ConversationState['contact'];
}

/**
 * What agents know besides the messages: why a human is wanted, how to reach the visitor, and this visit. It wakes when
 * that changes, and not with what is said.
 */
export const VisitorDetails = memo(function VisitorDetails(props: VisitorDetailsProps) {
  const { id, isOpen, contact, desk, ...visit } = props;
  const { details } = words;
  const identity = desk?.context?.identity;
  return (
    <aside className="console-details" id={id} data-open={isOpen} aria-label={details.label}>
      {desk?.handoffId && (
        <section>
          <h3>{details.reason}</h3>
          <p>
            <span className="console-chip">{words.reason(desk.reason)}</span>
          </p>
          {desk.follows && <p className="console-details-note">{details.follows}</p>}
          <h3>{details.summary}</h3>
          <p className="console-details-summary" dir="auto">
            {desk.summary}
          </p>
        </section>
      )}
      {identity && (
        <section>
          <h3 className="console-details-signed">
            {details.identity} <VerifiedMark />
          </h3>
          <dl>
            {identity.name && <Fact name={details.name}>{identity.name}</Fact>}
            {identity.email && (
              <Fact name={details.email}>
                <a href={`mailto:${identity.email}`}>{identity.email}</a>
              </Fact>
            )}
            <Fact name={details.subject}>{identity.subject}</Fact>
            <Facts of={identity.facts} />
          </dl>
        </section>
      )}
      {contact && (
        <section>
          <h3>{details.contact}</h3>
          <dl>
            {contact.name && <Fact name={details.name}>{contact.name}</Fact>}
            {contact.email && (
              <Fact name={details.email}>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </Fact>
            )}
            {contact.message && <Fact name={details.message}>{contact.message}</Fact>}
          </dl>
        </section>
      )}
      <section>
        <h3>{details.visit}</h3>
        <Visit {...visit} desk={desk} />
      </section>
    </aside>
  );
});

interface VisitProps extends Pick<ConversationState, 'channel' | 'locale' | 'startedAt'> {
  desk: DeskState | null;
}

function Visit({ desk, startedAt, ...state }: VisitProps) {
  const { details } = words;
  const context = desk?.context ?? null;
  const channel = context?.channel ?? state.channel;
  const locale = context?.locale ?? state.locale;
  return (
    <dl>
      <Fact name={details.channel}>{details.channels[channel] ?? channel}</Fact>
      <Fact name={details.page}>
        {context?.page && <Page url={context.page} title={context.pageTitle} />}
      </Fact>
      <Fact name={details.session}>
        <SessionTime since={context?.startedAt ?? startedAt} />
      </Fact>
      <Fact name={details.locale}>{locale && languageName(locale)}</Fact>
      <Fact name={details.browser}>
        {context?.userAgent && (
          <span title={context.userAgent}>{browserName(context.userAgent) ?? context.userAgent}</span>
        )}
      </Fact>
      {context?.referrer && <Fact name={details.referrer}>{context.referrer}</Fact>}
      <Fact name={details.ip}>{context?.ip}</Fact>
      <Facts of={context?.facts} />
    </dl>
  );
}

function Facts({ of = {} }: { of: Readonly<Record<string, string>> | undefined }) {
  return Object.entries(of).map(([name, value]) => (
    <Fact key={name} name={name}>
      {value}
    </Fact>
  ));
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="console-fact">
      <dt>{name}</dt>
      <dd>
        <bdi>{children || <span className="console-muted">{words.details.unknown}</span>}</bdi>
      </dd>
    </div>
  );
}

/** A page that the visitor's browser named: a link only when it is one that a browser may follow. */
function Page({ url, title }: { url: string; title: string | null }) {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol)) return <span>{title ?? url}</span>;
  return (
    <a href={address.href} target="_blank" rel="noopener noreferrer" title={url}>
      {title || `${address.host}${address.pathname}`}
    </a>
  );
}

function SessionTime({ since }: { since: number }) {
  return <span>{useRelayTime((now) => elapsedText(now - since))}</span>;
}

function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
