import { type ChatClient, type GetToken, handoffOf, unreadCount } from '@batonchat/core';
import type { Handoff } from '@batonchat/protocol';
import { type ComponentType, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Arrivals } from '../alerts/arrivals.js';
import { useMuted } from '../alerts/use-muted.js';
import { useChatIfAny } from '../client/use-chat.js';
import { useOwnClient } from '../client/use-own-client.js';
import { type ComposerState, useComposer } from '../composer/use-composer.js';
import type { EmojiOffer } from '../emoji/emoji-button.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import type { Locale } from '../language/locale.js';
import { useChosenLocale } from '../language/use-chosen-locale.js';
import { useLocale } from '../language/use-locale.js';
import { ChatPanel } from './chat-panel.js';
import { ConversationView } from './conversation-view.js';
import { Launcher, type LauncherProps } from './launcher.js';
import type { Slots } from './slots.js';
import { usePanelOpen } from './use-panel-open.js';
import { useVisualViewport } from './use-visual-viewport.js';

/** Props of {@link ChatWidget}. */
export interface ChatWidgetProps {
  /** The relay's address, such as `https://chat.example.com`. Not needed with a `client`. */
  relay?: string;
  /**
   * Gives the token that your server signed for the visitor, or null where nobody is signed in: the same person on every
   * device. It is asked again when a token expires. Left out again, the visitor is an anonymous one.
   */
  getToken?: GetToken | undefined;
  /** A client of your own; it is connected on first open and never destroyed here. */
  client?: ChatClient;
  /**
   * The language: a BCP 47 tag, `auto` for that of the page or else of the visitor's browser, or texts of your own.
   * Those of another language than English are loaded when they are wanted.
   */
  locale?: string | Locale;
  /**
   * The languages that the visitor may choose from, in the menu: BCP 47 tags. What they choose comes before `locale` and
   * is kept on the device.
   */
  locales?: readonly string[] | undefined;
  /** Texts to replace; the others are those of the locale. */
  labels?: Partial<Labels>;
  theme?: 'system' | 'light' | 'dark';
  /** Shown in the header in place of the bot's name. */
  title?: string | undefined;
  /**
   * Emoji can be picked in the composer: `auto` where there is no phone's keyboard, which has its own. Defaults to that.
   */
  emoji?: EmojiOffer | undefined;
  /** `overlay`: a launcher in the corner and a panel above the page. `inline`: the panel alone, filling its parent. */
  placement?: 'overlay' | 'inline';
  /** Opens and closes the panel from outside. */
  isOpen?: boolean;
  /** Another number each time that whoever opens it from outside wants the visitor to write: the box takes the focus. */
  timesAsked?: number;
  /** Open from the start. */
  defaultOpen?: boolean;
  /** The panel was opened or closed: by the visitor, or again after a reload. */
  onOpenChange?: (isOpen: boolean) => void;
  /** A draft of your own, from `useComposer`: what stands in it can then be set from outside. */
  composer?: ComposerState;
  /** Tells this widget from others of the same relay on one page, in what the browser keeps of it. */
  memoryKey?: string;
  /** The latest handoff changed; null when there is none. */
  onHandoffChange?: (handoff: Handoff | null) => void;
  /** Components of your own for parts of the widget. */
  slots?: Partial<Slots>;
}

const noSlots: Partial<Slots> = {};

/**
 * The whole chat: a launcher, a panel, and the conversation with the bot and whoever takes over. Nothing goes over the
 * network before it is first opened.
 *
 * @example
 * import '@batonchat/react/styles.css';
 * <ChatWidget relay="https://chat.example.com" />
 */
export function ChatWidget({
  relay,
  getToken,
  client: given,
  locale: wanted = 'auto',
  locales,
  labels: replaced,
  theme = 'system',
  title,
  emoji,
  placement = 'overlay',
  isOpen: isOpenGiven,
  timesAsked = 0,
  defaultOpen = false,
  onOpenChange,
  composer: composerGiven,
  memoryKey = `baton-panel:${relay ?? ''}`,
  onHandoffChange,
  slots = noSlots,
}: ChatWidgetProps) {
  const isInline = placement === 'inline';
  const [isPanelOpen, setOpen] = usePanelOpen({
    isOpen: isInline ? true : isOpenGiven,
    defaultOpen,
    onOpenChange,
    memoryKey: isInline ? null : memoryKey,
  });
  const wasEverOpen = useWasEver(isPanelOpen);
  const client = useOwnClient(given, relay, wasEverOpen, getToken);
  const ownComposer = useComposer(client);
  const composer = composerGiven ?? ownComposer;
  const [chosen, choose] = useChosenLocale(locales, `baton-locale:${relay ?? ''}`);
  const locale = useLocale(chosen ?? wanted);
  const labels = useMemo(
    () => ({ ...(locale?.visitorLabels ?? visitorLabels), ...replaced }),
    [locale, replaced],
  );
  const root = useRef<HTMLDivElement>(null);
  const launcher = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const panelId = useId();
  const [isMuted, setMuted] = useMuted(`baton-sound:${relay ?? ''}`);
  useHandoffChange(client, onHandoffChange);
  useVisualViewport(root, isPanelOpen && !isInline);

  const isAsked = useRef(false);
  const toggle = useCallback(
    (isOpen: boolean) => {
      isAsked.current = true;
      setOpen(isOpen);
    },
    [setOpen],
  );
  const isReady = client !== null && locale !== null;
  useEffect(() => {
    isAsked.current ||= timesAsked > 0;
  }, [timesAsked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for, the box takes the focus anew.
  useEffect(() => {
    if (!isAsked.current || (isPanelOpen && !isReady)) return;
    isAsked.current = false;
    (isPanelOpen ? input : launcher).current?.focus();
  }, [isPanelOpen, isReady, timesAsked]);

  const tag = locale?.tag;
  const languages = useMemo(
    () => (locales && tag !== undefined ? { locales, current: tag, onChange: choose } : undefined),
    [locales, tag, choose],
  );

  return (
    <div
      ref={root}
      className="baton baton-widget"
      lang={tag}
      dir={locale?.dir}
      data-theme={theme === 'system' ? undefined : theme}
      data-placement={placement}
      data-open={isPanelOpen}
    >
      {isPanelOpen && (
        <ChatPanel
          id={panelId}
          placement={placement}
          onClose={isInline ? undefined : () => toggle(false)}
          labels={labels}
        >
          {isReady && (
            <ConversationView
              client={client}
              composer={composer}
              labels={labels}
              slots={slots}
              title={title}
              emoji={emoji}
              inputRef={input}
              isMuted={isMuted}
              onMutedChange={setMuted}
              languages={languages}
            />
          )}
        </ChatPanel>
      )}
      {!isInline && (
        <LauncherPlace
          client={client}
          Part={slots.Launcher ?? Launcher}
          isOpen={isPanelOpen}
          onToggle={() => toggle(!isPanelOpen)}
          panelId={panelId}
          buttonRef={launcher}
          labels={labels}
        />
      )}
      {client && <Arrivals client={client} isOpen={isPanelOpen} isMuted={isMuted} />}
    </div>
  );
}

interface LauncherPlaceProps extends LauncherProps {
  client: ChatClient | null;
  Part: ComponentType<LauncherProps>;
}

/** What is unread wakes the launcher alone. */
function LauncherPlace({ client, Part, ...props }: LauncherPlaceProps) {
  return <Part {...props} unreadCount={useChatIfAny(client, unreadCount, 0)} />;
}

/** True from the first time that `value` was. */
function useWasEver(value: boolean): boolean {
  const [wasTrue, setWasTrue] = useState(value);
  if (value && !wasTrue) setWasTrue(true);
  return value || wasTrue;
}

function useHandoffChange(
  client: ChatClient | null,
  onChange: ((handoff: Handoff | null) => void) | undefined,
) {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  }, [onChange]);
  const handoff = useChatIfAny(client, handoffOf, null);
  const told = useRef<Handoff | null>(null);
  useEffect(() => {
    if (handoff === told.current) return;
    told.current = handoff;
    latest.current?.(handoff);
  }, [handoff]);
}
