import { endReasons } from '@batonchat/protocol';
import { describe, expect, it } from 'vitest';
import { attachLabels } from './composer/attach-labels.js';
import { visitorLabels } from './english.js';
import { agentLabels } from './english-for-agents.js';
import { handoffLabels } from './handoff/handoff-labels.js';

describe('the English texts', () => {
  it('say what people and scripts rely on, word for word', () => {
    expect(visitorLabels).toMatchObject({
      openChat: 'Open chat',
      closeChat: 'Close chat',
      chat: 'Chat',
      message: 'Message',
      send: 'Send',
      talkToHuman: 'Talk to a human',
    });
    expect(agentLabels.message).toBe('Reply');
    expect(visitorLabels.noticeRequested('visitor')).toBe('Connecting you with a human...');
    expect(visitorLabels.noticeClaimed('Ada')).toBe('Ada joined');
    expect(agentLabels.noticeClaimed('Ada')).toBe('Ada joined');
  });

  it('name no two controls alike, nor one as part of another', () => {
    const fixed = [
      'Open chat',
      'Close chat',
      'Send',
      'Talk to a human',
      'Message',
      'Reply',
      'Claim',
      'Resolve',
    ];
    const all = { ...handoffLabels, ...attachLabels, ...visitorLabels };
    const others = [
      ...[
        'attach',
        'acceptOffer',
        'declineOffer',
        'cancelRequest',
        'endConversation',
        'leaveDetails',
        'hideDetails',
      ],
      ...['retry', 'discard', 'jumpToLatest', 'tryNow', 'reload', 'dismiss', 'contactName', 'contactEmail'],
      ...['contactText', 'contactSubmit', 'contactSubmitAndLeave', 'contactSubmitFirst'],
    ] as (keyof typeof all)[];
    for (const key of others)
      for (const name of fixed) expect(String(all[key]).toLowerCase()).not.toContain(name.toLowerCase());
  });

  it('have a sentence of its own for every end of a handoff', () => {
    for (const labels of [visitorLabels, agentLabels]) {
      const sentences = endReasons.map((reason) => labels.noticeResolved(reason, 'Ada'));
      expect(new Set(sentences).size).toBe(endReasons.length);
      expect(sentences.join()).not.toMatch(/undefined|null/);
    }
    expect(visitorLabels.noticeResolved('resolved-by-agent', null)).toMatch(/^The agent ended/);
  });

  it('tell days as people do', () => {
    const now = new Date(2026, 10, 20, 9).getTime();
    const daysAgo = (days: number) => visitorLabels.day(new Date(2026, 10, 20 - days, 23).getTime(), now);
    expect(daysAgo(0)).toBe('Today');
    expect(daysAgo(1)).toBe('Yesterday');
    expect(daysAgo(3)).toBe(new Date(2026, 10, 17).toLocaleDateString(undefined, { weekday: 'long' }));
    expect(daysAgo(400)).toContain('2025');
  });

  it('count the waiting in minutes and seconds', () => {
    expect(visitorLabels.waited(0)).toBe('0:00');
    expect(visitorLabels.waited(65_999)).toBe('1:05');
    expect(visitorLabels.waited(3_600_000)).toBe('60:00');
    expect(visitorLabels.waited(-5)).toBe('0:00');
  });
});
