import { createStore, type StoreApi } from 'zustand/vanilla';

/** How this agent wants to be told, on this device. */
export interface AlertSettings {
  isSoundOn: boolean;
  isNotifying: boolean;
}

/** The settings as a store: set them, and they are kept. */
export type AlertSettingsStore = StoreApi<AlertSettings>;

const storageKey = 'baton-console:alerts';
const initial: AlertSettings = { isSoundOn: true, isNotifying: false };

/** Settings that are kept in `storage`; without one, or when it refuses, they last as long as the page. */
export function createAlertSettings(storage: Storage | null): AlertSettingsStore {
  const settings = createStore<AlertSettings>(() => read(storage));
  settings.subscribe((state) => {
    try {
      storage?.setItem(storageKey, JSON.stringify(state));
    } catch {
      // A refusing storage costs the choice after a reload, nothing else.
    }
  });
  return settings;
}

function read(storage: Storage | null): AlertSettings {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey) ?? 'null');
    const has = (key: keyof AlertSettings) =>
      typeof kept === 'object' && kept !== null && key in kept
        ? Boolean((kept as Partial<AlertSettings>)[key])
        : initial[key];
    return { isSoundOn: has('isSoundOn'), isNotifying: has('isNotifying') };
  } catch {
    return initial;
  }
}
