/** Random things that people, bots and timers try, in any stage: most sense something of the conversation. */
import fc from 'fast-check';
import type { IssuedCommand } from '../command.js';
import { endReasons, handoffReasons } from '../handoff.js';
import type { Agent } from '../message.js';
import type { ConversationRecord } from '../plan.js';
import { ada, ben, byAgent, byBot, bySystem, byVisitor, contact, saying, visit } from './people.js';

/** Something tried: a command once it is known what stands, who it is from and when. */
export interface Move {
  [fc.toStringMethod](): string;
  waitMs: number;
  issue(record: ConversationRecord, id: string, at: number): IssuedCommand;
}

const cleo: Agent = { id: 'cleo', name: 'Cleo', avatarUrl: null };
const agents = [ada, ben, cleo];
const nap = fc.nat({ max: 4000 });

const move = (name: string, issue: Move['issue']) =>
  nap.map((waitMs): Move => ({ waitMs, issue, [fc.toStringMethod]: () => `${name} (after ${waitMs} ms)` }));

const text = fc.constantFrom(
  'Where is my order?',
  'talk to a human',
  "I don't want a human",
  'Danke! 🙏',
  '  x\n',
);

const ofVisitor = fc.oneof(
  { weight: 3, arbitrary: text.chain((said) => move(`visitor says ${said}`, sends(said))) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('button' as const, 'host-page' as const)
      .chain((reason) =>
        move(`visitor asks by ${reason}`, (_, id, at) =>
          byVisitor(id, { type: 'request-handoff', reason }, at),
        ),
      ),
  },
  move('visitor accepts', (_, id, at) => byVisitor(id, { type: 'accept-offer' }, at)),
  move('visitor declines', (_, id, at) => byVisitor(id, { type: 'decline-offer' }, at)),
  move('visitor ends it', (_, id, at) => byVisitor(id, { type: 'end-handoff' }, at)),
  fc
    .boolean()
    .chain((keepWaiting) =>
      move(`visitor leaves a contact${keepWaiting ? ' and waits' : ''}`, (_, id, at) =>
        byVisitor(id, { type: 'leave-contact', contact, keepWaiting }, at),
      ),
    ),
);

function sends(said: string): Move['issue'] {
  return (_, id, at) => byVisitor(id, { type: 'send-message', parts: saying(said) }, at);
}

/** An agent by name, or the one who has the conversation or had it last: else few would be let. */
const anAgent = fc.constantFrom(...agents, null, null, null, null);
const whoIs = (agent: Agent | null, { state }: ConversationRecord) => agent ?? state.handoff?.agent ?? ada;

const ofAgent = anAgent.chain((who) => {
  const name = who?.name ?? 'whoever has it';
  const does = (type: 'reject' | 'release' | 'resolve' | 'resume') =>
    move(`${name}: ${type}`, (record, id, at) => byAgent(whoIs(who, record), id, { type }, at));
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('the one that stands', 'any', 'another').chain((seen) =>
        move(`${name} claims ${seen}`, (record, id, at) => {
          const standing = record.state.handoff?.id ?? null;
          const handoffId = seen === 'any' ? null : seen === 'another' ? 'gone' : standing;
          return byAgent(whoIs(who, record), id, { type: 'claim', handoffId }, at);
        }),
      ),
    },
    { weight: 3, arbitrary: does('resolve') },
    { weight: 3, arbitrary: does('resume') },
    does('reject'),
    does('release'),
    move(`${name} says something`, (record, id, at) =>
      byAgent(whoIs(who, record), id, { type: 'send-message', parts: saying('Let me see.') }, at),
    ),
    anAgent.chain((next) =>
      move(`${name} gives it to ${next?.name ?? 'the same'}`, (record, id, at) =>
        byAgent(whoIs(who, record), id, { type: 'transfer', agent: whoIs(next, record) }, at),
      ),
    ),
  );
});

const aWish = fc.record({
  type: fc.constantFrom('offer' as const, 'handoff' as const),
  reason: fc.constantFrom(...handoffReasons),
  summary: fc.option(fc.string({ maxLength: 20 })),
  confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  searchedKnowledge: fc.boolean(),
});
const ofBot = fc
  .record({
    says: fc.boolean(),
    handoff: fc.option(aWish),
    late: fc.constantFrom(0, 0, 0, 1),
  })
  .chain(({ says, handoff, late }) =>
    move(
      `bot${late ? ', late,' : ''} ${says ? 'answers' : ''} ${handoff ? handoff.type : ''}`,
      (record, id, at) =>
        byBot(
          id,
          {
            ownership: record.state.ownership - late,
            parts: says ? saying('We open at nine.') : null,
            handoff,
          },
          at,
        ),
    ),
  );

const ofRelay = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        endReason: fc.constantFrom(...endReasons),
        late: fc.constantFrom(0, 0, 1),
        isOther: fc.boolean(),
      })
      .chain(({ endReason, late, isOther }) =>
        move(
          `the relay ends ${isOther ? 'another' : 'it'} ${late ? 'late ' : ''}as ${endReason}`,
          (record, id, at) =>
            bySystem(
              id,
              {
                type: 'end-handoff',
                handoffId: isOther ? 'gone' : (record.state.handoff?.id ?? 'gone'),
                ownership: record.state.ownership - late,
                endReason,
              },
              at,
            ),
        ),
      ),
  },
  move('the relay records a visit', (_, id, at) =>
    bySystem(id, { type: 'record-context', context: visit }, at),
  ),
  move('the relay starts', (_, id, at) =>
    bySystem(id, { type: 'start', visitorId: 'v-1', context: visit }, at),
  ),
);

/** Anything that anybody may try. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: ofVisitor },
  { weight: 4, arbitrary: ofAgent },
  { weight: 2, arbitrary: ofBot },
  { weight: 1, arbitrary: ofRelay },
);
