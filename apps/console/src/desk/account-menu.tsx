import { Avatar } from '@batonchat/react';
import { useStore } from 'zustand';
import type { Alerting } from '../alerts/use-alerts.js';
import { Menu, type MenuItem } from '../menu.js';
import { words } from '../words.js';

/** Who is signed in, how they are told of new handoffs, and the way out. */
export function AccountMenu(props: {
  name: string;
  avatarUrl: string | null;
  alerting: Alerting;
  /** Replies that have not gone out. Signing out gives them up, so that is what it is called then. */
  unsentCount: number;
  onSignOut(): void;
}) {
  const { name, avatarUrl, alerting, unsentCount, onSignOut } = props;
  const { settings, notifier } = alerting;
  const { isSoundOn, isNotifying } = useStore(settings);

  async function toggleNotifications() {
    const isWanted = !isNotifying && (await notifier.ask()) === 'granted';
    settings.setState({ isNotifying: isWanted });
  }

  const { account } = words;
  /** What the browser allows is asked of another process, which takes long: only for an open menu. */
  function items(): MenuItem[] {
    const access = notifier.access();
    return [
      {
        label: account.sound,
        isChecked: isSoundOn,
        onSelect: () => settings.setState({ isSoundOn: !isSoundOn }),
      },
      {
        label: access === 'denied' ? account.notificationsBlocked : account.notifications,
        isChecked: isNotifying && access === 'granted',
        isDisabled: access === 'denied' || access === 'unsupported',
        onSelect: () => void toggleNotifications(),
      },
      {
        label: unsentCount > 0 ? account.signOutUnsent(unsentCount) : account.signOut,
        onSelect: onSignOut,
      },
    ];
  }

  return (
    <Menu
      label={account.menu(name)}
      className="console-account"
      face={<Avatar author={{ kind: 'agent', name, avatarUrl }} size="large" />}
      items={items}
    />
  );
}
