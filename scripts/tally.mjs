/**
 * What a step of `npm test` came to.
 *
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally `skipped` says of each skipped test why
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: [] };

/** One check that either holds or does not. @param {boolean} holds @returns {Tally} */
export function check(holds) {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: [] };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** The line that ends `npm test`. @param {Tally} tally */
export function sumLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line;
}

/**
 * A runner that ended badly has failed, even if no single test of its report did (a crash, an unhandled error, no report).
 *
 * @param {Tally | undefined} tally what its report says; nothing when it left none
 * @param {number} code how the runner ended
 * @returns {Tally}
 */
export function honest(tally, code) {
  const told = tally ?? nothing;
  return told.failed > 0 || (code === 0 && tally) ? told : { ...told, failed: 1 };
}

/**
 * Counts Playwright's JSON report. A flaky test has failed once, so it counts as failed.
 *
 * @param {PlaywrightSuite} report
 * @returns {Tally}
 *
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ status: string, annotations: Annotation[] }} PlaywrightTest
 * @typedef {{ title: string, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ title?: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */
export function tallyPlaywright(report) {
  const own = (report.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => {
      if (test.status !== 'skipped') return check(test.status === 'expected');
      const reason = test.annotations.find(
        (each) => each.type === 'skip' || each.type === 'fixme',
      )?.description;
      return { ...nothing, skipped: [`${spec.title}: ${reason ?? 'no reason given'}`] };
    }),
  );
  return sum([...own, ...(report.suites ?? []).map(tallyPlaywright)]);
}
