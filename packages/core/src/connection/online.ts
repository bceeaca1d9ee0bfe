/** What the browser says; true where there is none. */
export const isOnline = (): boolean => typeof navigator === 'undefined' || navigator.onLine !== false;
