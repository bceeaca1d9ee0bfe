import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { themes } from 'storybook/theming';

type Globals = Record<string, string>;

declare global {
  interface Window {
    /** What the toolbar says, for the stories that stand in frames of a page of words. */
    toolbar?: Globals;
  }
}

const asked = new URLSearchParams(location.search).get('globals') ?? '';
window.toolbar = {
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  ...ofPageAround(),
  ...Object.fromEntries([...asked.matchAll(/(\w+):([\w-]+)/g)].map(([, name, value]) => [name, value])),
};

/** What the toolbar says where this page begins: the system's light, for who has not chosen yet. */
export const toolbar: Globals = window.toolbar;

function ofPageAround(): Globals | undefined {
  try {
    return parent.toolbar;
  } catch {
    return undefined;
  }
}

/** A story in a frame of this page tells of its own theme on the same channel. */
const isFromStory = (cause: Event | undefined) => cause instanceof MessageEvent && cause.source !== parent;

/** A page of words, and the frames in it, in the same light as its stories: the toolbar's. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>) {
  const [theme, setTheme] = useState(window.toolbar?.['theme']);
  useEffect(() => {
    const channel = addons.getChannel();
    const hear = ({ userGlobals }: { userGlobals: Globals }) => {
      if (isFromStory(window.event)) return;
      window.toolbar = { ...toolbar, ...userGlobals };
      setTheme(window.toolbar['theme']);
      for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.location.reload();
    };
    channel.on(GLOBALS_UPDATED, hear);
    return () => channel.off(GLOBALS_UPDATED, hear);
  }, []);
  return <DocsContainer {...props} theme={theme === 'dark' ? themes.dark : themes.light} />;
}
