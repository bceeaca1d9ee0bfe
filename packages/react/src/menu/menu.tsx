import { type ChatClient, type ChatState, canStartAfresh, handoffOf, isWaiting } from '@batonchat/core';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useChat } from '../client/use-chat.js';
import type { Labels } from '../labels.js';
import { saveTranscript } from '../transcript/save-transcript.js';
import { seldomLabels } from '../widget/english-seldom.js';
import { languageName } from './language-name.js';
import { MailForm } from './mail-form.js';
import { useOffers } from './use-offers.js';

/** The languages that a visitor may choose from. */
export interface LanguageChoice {
  /** BCP 47 tags. */
  locales: readonly string[];
  current: string;
  onChange(tag: string): void;
}

/** Props of {@link Menu}. */
export interface MenuProps {
  client: ChatClient;
  labels: Labels;
  isMuted: boolean;
  /** Turns the sound of what arrives off and on. Left out where there is none. */
  onMutedChange?: ((isMuted: boolean) => void) | undefined;
  /** Left out where there is one language. */
  languages?: LanguageChoice | undefined;
  /** The menu is to go; `isLeft` where the focus is elsewhere already. */
  onClose(isLeft: boolean): void;
}

const canLeaveNow = (state: ChatState) => canStartAfresh(state, Date.now() + state.skewMs);

/** What an item gives that does not close the menu. */
const stay = Symbol('stay');

/** What can be done with the conversation and the widget besides talking. */
export function Menu({ client, labels: some, isMuted, onMutedChange, languages, onClose }: MenuProps) {
  const labels = { ...seldomLabels, ...some };
  const list = useRef<HTMLDivElement>(null);
  const handoff = useChat(client, handoffOf);
  const waits = useChat(client, isWaiting);
  const offers = useOffers(client);
  const [isMailing, setIsMailing] = useState(false);
  const isLeaving = useRef(false);
  const canLeave = useChat(client, canLeaveNow);
  const hasSaid = useChat(client, ({ conversation }) => (conversation?.entries.length ?? 0) > 0);
  const conversationId = useChat(client, ({ conversation }) => conversation?.id);
  const isReady = offers !== null && !isMailing;
  // Before anybody sees it: a key that is meant for it must not reach the panel.
  useLayoutEffect(() => {
    if (isReady) itemsIn(list.current)[0]?.focus();
  }, [isReady]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = itemsIn(list.current);
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    const isOver = event.key === 'Escape' || event.key === 'Tab';
    if (to === undefined && !isOver) return;
    event.preventDefault();
    event.stopPropagation();
    if (isOver) onClose(false);
    else items.at((to ?? 0) % items.length)?.focus();
  };
  const item = (text: ReactNode, act: () => unknown, kind: 'plain' | 'danger' = 'plain') => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="baton-menu-item"
      data-kind={kind}
      onClick={() => {
        if (act() !== stay) onClose(false);
      }}
    >
      {text}
    </button>
  );

  if (offers === null) return null;
  if (isMailing)
    return (
      <MailForm
        // Whoever comes next finds nobody else's address in it.
        key={conversationId}
        client={client}
        labels={labels}
        onBack={() => {
          isLeaving.current = false;
          setIsMailing(false);
        }}
        onDone={() => onClose(false)}
      />
    );
  const mail = () => {
    // Where the focus is goes with the menu, and that is no leaving.
    isLeaving.current = true;
    setIsMailing(true);
    return stay;
  };
  return (
    <div
      ref={list}
      className="baton-menu"
      role="menu"
      tabIndex={-1}
      aria-label={labels.menu}
      onKeyDown={onKeyDown}
      // Safari takes the focus from a button that is pressed, and with it the menu.
      onMouseDown={(event) => event.preventDefault()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!isLeaving.current && !currentTarget.contains(relatedTarget as Node | null)) onClose(true);
      }}
    >
      {canLeave && !offers.hasFiles && item(labels.startAfresh, client.startAfresh)}
      {hasSaid && item(labels.saveTranscript, () => void saveTranscript(client, labels, languages?.current))}
      {hasSaid && offers.isMailed && item(labels.mailTranscript, mail)}
      {onMutedChange && item(isMuted ? labels.soundOn : labels.soundOff, () => onMutedChange(!isMuted))}
      {languages && languages.locales.length > 1 && (
        <fieldset aria-label={labels.language} className="baton-menu-group">
          <span className="baton-menu-title" aria-hidden="true">
            {labels.language}
          </span>
          {languages.locales.map((tag) => (
            <button
              key={tag}
              type="button"
              role="menuitemradio"
              aria-checked={tag === languages.current}
              tabIndex={-1}
              className="baton-menu-item"
              lang={tag}
              onClick={() => {
                languages.onChange(tag);
                onClose(false);
              }}
            >
              <bdi>{languageName(tag)}</bdi>
            </button>
          ))}
        </fieldset>
      )}
      {handoff?.status === 'active'
        ? item(labels.endConversation, client.endHandoff, 'danger')
        : waits && item(labels.cancelRequest, client.endHandoff, 'danger')}
    </div>
  );
}

/** What the header shows in the menu's place is not among them. */
const itemsIn = (menu: HTMLElement | null) =>
  [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])].filter(
    ({ offsetHeight }) => offsetHeight > 0,
  );
