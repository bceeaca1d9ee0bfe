/**
 * The handoff machine once more, from design alone and without its events: who owns a conversation, and what
 * is refused. Slow to change on purpose: where it and `decide` disagree, one of them is wrong.
 */
import { asksForHuman } from '../asks-for-human.js';
import type { IssuedCommand, RefusalCode } from '../command.js';
import type { EndReason } from '../handoff.js';
import { textOf } from '../preview.js';
import type { HandoffSettings } from '../settings.js';

/** `owner` is `bot`, `nobody` or an agent's id. The rest is about the latest handoff. */
export interface Model {
  stage: 'none' | 'offered' | 'collecting' | 'pending' | 'active' | 'resolved';
  owner: string;
  ownership: number;
  handoffId: string | null;
  endReason: EndReason | null;
  endedAt: number;
  lastAgent: string | null;
  hasForm: boolean;
  isContactKnown: boolean;
  isStarted: boolean;
}

export const beginning: Model = {
  stage: 'none',
  owner: 'bot',
  ownership: 0,
  handoffId: null,
  endReason: null,
  endedAt: 0,
  lastAgent: null,
  hasForm: false,
  isContactKnown: false,
  isStarted: false,
};

const mayBeTakenUpLate: readonly (EndReason | null)[] = [
  'wait-expired',
  'nobody-available',
  'left-contact',
  'rejected-by-all',
  'desk-failed',
  'visitor-left',
];

const handTo = (model: Model, owner: string): Model =>
  model.owner === owner ? model : { ...model, owner, ownership: model.ownership + 1 };

const wait = (model: Model) => handTo({ ...model, stage: 'pending' }, 'nobody');
const give = (model: Model, agent: string) =>
  handTo({ ...model, stage: 'active', lastAgent: agent, endReason: null }, agent);
const end = (model: Model, endReason: EndReason, endedAt: number) =>
  handTo({ ...model, stage: 'resolved', endReason, endedAt }, 'bot');
const openNew = (model: Model, handoffId: string): Model => ({
  ...model,
  handoffId,
  endReason: null,
  lastAgent: null,
  hasForm: false,
});

function request(model: Model, commandId: string, settings: HandoffSettings): Model {
  const opened = model.stage === 'offered' ? model : openNew(model, commandId);
  return settings.collect === 'before' && !model.isContactKnown
    ? { ...opened, stage: 'collecting' }
    : wait(opened);
}

/** What the command leads to: the next model, or the code of its refusal. */
export function predict(model: Model, issued: IssuedCommand, settings: HandoffSettings): Model | RefusalCode {
  const { id, at, actor, command } = issued;
  const isIdle = ['none', 'offered', 'resolved'].includes(model.stage);
  const isOver = model.stage === 'none' || model.stage === 'resolved';
  const me = actor.kind === 'agent' ? actor.id : null;

  switch (command.type) {
    case 'start':
      return model.isStarted ? 'already-started' : { ...model, isStarted: true };
    case 'record-context':
      return model;
    case 'request-handoff':
      return isIdle ? request(model, id, settings) : 'already-requested';
    case 'accept-offer':
      return model.stage === 'offered' ? request(model, id, settings) : 'nothing-offered';
    case 'decline-offer':
      return model.stage === 'offered'
        ? { ...model, stage: 'none', handoffId: null, endReason: null }
        : 'nothing-offered';
    case 'leave-contact': {
      const isLate = isOver && mayBeTakenUpLate.includes(model.endReason) && !model.hasForm;
      const isAsked = model.stage === 'collecting' || model.stage === 'pending';
      if (!isLate && !isAsked) return 'no-form';
      const filled = { ...model, hasForm: true, isContactKnown: true };
      if (isLate) return filled;
      return command.keepWaiting ? wait(filled) : end(wait(filled), 'left-contact', at);
    }
    case 'claim': {
      if (model.stage === 'active') return 'taken';
      const sees = command.handoffId === null || command.handoffId === model.handoffId;
      const isLate = model.stage === 'resolved' && mayBeTakenUpLate.includes(model.endReason);
      if (!sees || (isOver && !isLate && command.handoffId !== null)) return 'handoff-over';
      return give(wait(isOver ? openNew(model, id) : model), me ?? '');
    }
    case 'reject':
      return model.stage === 'pending' ? model : 'no-handoff';
    case 'resume':
      if (model.stage !== 'resolved' || model.endReason !== 'resolved-by-agent') return 'no-handoff';
      if (model.lastAgent !== me) return 'taken';
      return at - model.endedAt > settings.undoWindowMs ? 'undo-expired' : give(model, me ?? '');
    case 'answer': {
      if (command.ownership !== model.ownership) return 'stale-ownership';
      const isBots = model.owner === 'bot';
      if (!isBots && (model.owner !== 'nobody' || settings.botWhilePending === 'silent'))
        return 'bot-is-silent';
      const { handoff } = command;
      if (handoff?.reason === 'low-confidence' && !handoff.searchedKnowledge) return 'knowledge-not-searched';
      if (handoff?.type === 'handoff' && isIdle) return request(model, id, settings);
      if (handoff?.type === 'offer' && isOver) return { ...openNew(model, id), stage: 'offered' };
      if (command.parts) return model;
      return handoff ? 'already-requested' : 'invalid';
    }
    case 'end-handoff':
      if (actor.kind === 'system' && 'endReason' in command) {
        if (isOver || command.handoffId !== model.handoffId) return 'handoff-over';
        return command.ownership === model.ownership ? end(model, command.endReason, at) : 'stale-ownership';
      }
      if (isOver) return 'no-handoff';
      if (model.stage === 'offered') return { ...model, stage: 'none', handoffId: null, endReason: null };
      return end(model, model.stage === 'active' ? 'ended-by-visitor' : 'cancelled', at);
    case 'send-message':
      if (actor.kind === 'visitor')
        return isIdle && asksForHuman(textOf(command)) ? request(model, id, settings) : model;
      return ifMine(model, me, model);
    case 'release':
      return ifMine(model, me, wait(model));
    case 'resolve':
      return ifMine(model, me, end(model, 'resolved-by-agent', at));
    case 'transfer':
      return command.agent.id === me && model.owner === me
        ? 'taken'
        : ifMine(model, me, give(model, command.agent.id));
  }
}

function ifMine(model: Model, me: string | null, next: Model): Model | RefusalCode {
  if (model.stage !== 'active') return 'not-claimed';
  return model.owner === me ? next : 'taken';
}
