import { randomUUID } from 'node:crypto';
import type { Author } from '@batonchat/protocol';
import type { Submission } from '../plan-group.js';

type By<Kind extends string> = Extract<Submission, { actor: { kind: Kind } }>;

/** Commands of one visitor, with fresh ids unless one is given. */
export function visitorCommands(visitorId: string) {
  const actor = { kind: 'visitor', id: visitorId, name: null, avatarUrl: null } as const;
  const issue = (command: By<'visitor'>['command'], id: string = randomUUID()): By<'visitor'> => ({
    id,
    actor,
    command,
  });
  return {
    actor,
    issue,
    say: (text: string, id?: string) => issue({ type: 'send-message', parts: [{ type: 'text', text }] }, id),
    request: (id?: string) => issue({ type: 'request-handoff', reason: 'button' }, id),
    end: (id?: string) => issue({ type: 'end-handoff' }, id),
  };
}

/** Commands of one agent, with fresh ids unless one is given. */
export function agentCommands(name: string) {
  const actor: Author & { kind: 'agent' } = {
    kind: 'agent',
    id: `agent-${name.toLowerCase()}`,
    name,
    avatarUrl: null,
  };
  const issue = (command: By<'agent'>['command'], id: string = randomUUID()): By<'agent'> => ({
    id,
    actor,
    command,
  });
  return {
    actor,
    issue,
    say: (text: string, id?: string) => issue({ type: 'send-message', parts: [{ type: 'text', text }] }, id),
    claim: (handoffId: string | null, id?: string) => issue({ type: 'claim', handoffId }, id),
    release: (id?: string) => issue({ type: 'release' }, id),
    resolve: (id?: string) => issue({ type: 'resolve' }, id),
    resume: (id?: string) => issue({ type: 'resume' }, id),
  };
}
