/** What the browser says about notifications; `unsupported` where it knows none. */
export type NotificationAccess = NotificationPermission | 'unsupported';

/** Desktop notifications, behind the agent's leave. */
export interface DesktopNotifier {
  access(): NotificationAccess;
  /** Asks the agent. Call it from a click only: browsers refuse any other time. */
  ask(): Promise<NotificationAccess>;
  /**
   * Shows nothing without leave, nor while this window is in front. A second one of the same `tag` takes the first
   * one's place.
   */
  show(notification: { tag: string; title: string; text: string; onOpen(): void }): void;
}

/** The notifier of the browser that this page is in. */
export function desktopNotifier(): DesktopNotifier {
  const isSupported = 'Notification' in globalThis;
  return {
    access: () => (isSupported ? Notification.permission : 'unsupported'),
    ask: async () => (isSupported ? Notification.requestPermission() : 'unsupported'),
    show({ tag, title, text, onOpen }) {
      if (!isSupported || Notification.permission !== 'granted' || document.hasFocus()) return;
      const notification = new Notification(title, { tag, body: text });
      notification.onclick = () => {
        window.focus();
        onOpen();
        notification.close();
      };
    },
  };
}
