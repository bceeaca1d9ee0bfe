import { createElement, Fragment, type ReactNode } from 'react';

/** Items as children by position: tokens have no identity but their place, so a key would say nothing more. */
export const inOrder = <Item>(items: readonly Item[], render: (item: Item) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...items.map((item) => render(item)));
