import type { Tone } from '@batonchat/react';
import { useEffect, useRef } from 'react';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { replaceRoute } from '../route.js';
import { words } from '../words.js';
import type { AlertSettingsStore } from './alert-settings.js';
import type { DesktopNotifier } from './desktop-notifier.js';

/** The ways in which an agent is told that somebody waits. */
export interface Alerting {
  settings: AlertSettingsStore;
  tone: Tone;
  notifier: DesktopNotifier;
}

/**
 * Tells the agent of each new handoff that wants a human: a tone if sound is on, and a notification if those
 * are. Silent for one that this agent passed on.
 */
export function useAlerts({ settings, tone, notifier }: Alerting): void {
  const { client, agentId } = useDesk();
  const alert = useDeskState((state) => state.alert);
  const heard = useRef(client.store.getState().alert?.count ?? 0);

  useEffect(() => {
    if (!alert || alert.count <= heard.current) return;
    heard.current = alert.count;
    const { conversationId } = alert;
    const row = client.store.getState().inbox?.[conversationId];
    if (row?.rejectedBy.includes(agentId)) return;
    const { isSoundOn, isNotifying } = settings.getState();
    if (isSoundOn) tone.play();
    if (isNotifying)
      notifier.show({
        tag: conversationId,
        title: words.alert.title,
        text: row?.summary || words.alert.text,
        onOpen: () => replaceRoute({ tab: 'pending', conversationId }),
      });
  }, [alert, agentId, client, settings, tone, notifier]);
}
