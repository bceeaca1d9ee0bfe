import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * A Vitest reporter that writes what `npm test` sums, with the reason of each skipped test, into the file that
 * `BATON_TALLY` names. The reason is the note of `context.skip(note)`.
 */
export default class VitestTally {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const file = process.env['BATON_TALLY'];
    if (!file) throw new Error('BATON_TALLY must name the file to write the counts into.');
    const tally = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      // A file that failed before any of its tests ran has no failed test to count.
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed'))
        tally.failed += 1;
      for (const test of tests) {
        const result = test.result();
        if (result.state === 'passed') tally.passed += 1;
        else if (result.state === 'failed') tally.failed += 1;
        else tally.skipped.push(`${relative('.', module.moduleId)} > ${test.fullName}: ${reasonOf(test)}`);
      }
    }
    writeFileSync(file, JSON.stringify(tally));
  }
}

/** @param {import('vitest/node').TestCase} test */
function reasonOf(test) {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  if (note) return note;
  const withoutPostgres = process.env['BATON_NO_POSTGRES'];
  return withoutPostgres && /postgres/i.test(test.fullName) ? withoutPostgres : 'no reason given';
}
