import type { Scenario } from './scenario.js';
import { cutAtFrames } from './scenarios/d1-cut-at-frames.js';
import { cutSockets } from './scenarios/d1-cut-sockets.js';
import { halfOpen } from './scenarios/d2-half-open.js';
import { relayKilled } from './scenarios/d3-relay-killed.js';
import { databaseRestarted } from './scenarios/d4-database-restarted.js';
import { honestDurability } from './scenarios/d7-honest-durability.js';
import { oneWriter } from './scenarios/d8-one-writer.js';
import { historyReplaced } from './scenarios/d9-history-replaced.js';
import { clockSkew } from './scenarios/d12-clock-skew.js';
import { tabsOfOneVisitor } from './scenarios/d13-tabs.js';
import { deviceAsleep } from './scenarios/d14-sleep.js';
import { offlineOutbox } from './scenarios/d15-offline-outbox.js';
import { slowConsumer } from './scenarios/d16-slow-consumer.js';
import { recoveryEdges } from './scenarios/d17-recovery-edges.js';
import { risingReceipts } from './scenarios/d18-rising-receipts.js';
import { idContract } from './scenarios/d19-id-contract.js';
import { bigHistories } from './scenarios/d20-big-histories.js';
import { pageAsleep } from './scenarios/page-asleep.js';
import { pageCutOff } from './scenarios/page-cut-off.js';
import { pageOffline } from './scenarios/page-offline.js';
import { pageWithoutStorage } from './scenarios/page-without-storage.js';
import { claims } from './scenarios/r1-claims.js';
import { cancelAndClaim } from './scenarios/r2-cancel-and-claim.js';
import { fencedBot } from './scenarios/r4-fenced-bot.js';
import { twoTabs } from './scenarios/r5-two-tabs.js';
import { resolveAndMessage } from './scenarios/r6-resolve-and-message.js';
import { randomCommands } from './scenarios/r9-random-commands.js';

/** Every scenario, in the order of the guarantees. */
export const scenarios: readonly Scenario[] = [
  // Delivery under faults.
  cutSockets,
  cutAtFrames,
  halfOpen,
  relayKilled,
  databaseRestarted,
  honestDurability,
  oneWriter,
  historyReplaced,
  clockSkew,
  deviceAsleep,
  offlineOutbox,
  recoveryEdges,
  risingReceipts,
  idContract,
  // Races.
  claims,
  cancelAndClaim,
  fencedBot,
  twoTabs,
  resolveAndMessage,
  randomCommands,
  // Visitors in a real browser.
  pageCutOff,
  tabsOfOneVisitor,
  slowConsumer,
  bigHistories,
  pageAsleep,
  pageOffline,
  pageWithoutStorage,
];
