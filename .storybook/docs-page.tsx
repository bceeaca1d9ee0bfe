import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { themes } from 'storybook/theming';

/** Light or dark, for who has not chosen yet. */
export const systemTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const asked = /theme:(light|dark)/.exec(new URLSearchParams(location.search).get('globals') ?? '')?.[1];
let chosen = asked ?? systemTheme;

/** A story in a frame of this page tells of its own theme on the same channel. */
const isFromStory = (cause: Event | undefined) => cause instanceof MessageEvent && cause.source !== parent;

/** A page of words in the same light as its stories: the toolbar's. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>) {
  const [theme, setTheme] = useState(chosen);
  useEffect(() => {
    const channel = addons.getChannel();
    const hear = ({ userGlobals }: { userGlobals: Record<string, string> }) => {
      if (isFromStory(window.event)) return;
      chosen = userGlobals['theme'] ?? systemTheme;
      setTheme(chosen);
    };
    channel.on(GLOBALS_UPDATED, hear);
    return () => channel.off(GLOBALS_UPDATED, hear);
  }, []);
  return <DocsContainer {...props} theme={theme === 'dark' ? themes.dark : themes.light} />;
}
