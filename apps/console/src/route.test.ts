import { expect, it } from 'vitest';
import { hrefOf, parseRoute, type Route } from './route.js';

it('reads back what it wrote, whatever the id is made of', () => {
  const routes: Route[] = [
    { tab: 'pending', conversationId: null },
    { tab: 'active', conversationId: 'a-1_b.c:d' },
    { tab: 'resolved', conversationId: 'with/slash & space %' },
  ];
  for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
});

it('takes anything else for the pending tab', () => {
  for (const hash of ['', '#', '#/', '#nowhere', '#/elsewhere/conversation-1', '#/active/%E0%A4%A'])
    expect(parseRoute(hash).conversationId).toBeNull();
  expect(parseRoute('#/elsewhere/conversation-1').tab).toBe('pending');
});
