/** Runs tests in a page: all of them and noting what each reaches, or until one fails those in `limits`. */
import '@web/test-runner-mocha';
import fc from 'fast-check';

const {mocha, limits, finish, __stryker__: mutants} = globalThis;

// The same examples each time, and no search for a smaller one.
fc.configureGlobal({seed: 1, endOnFailure: true});

const passed = [];
const failed = [];
mocha.setup({
  ui: 'bdd',
  timeout: 10_000,
  bail: Boolean(limits),
  reporter: class {
    constructor(runner) {
      runner.on('pass', (test) => passed.push({title: test.fullTitle(), duration: test.duration}));
      runner.on('fail', (test, {message}) => failed.push({title: test.fullTitle(), message}));
    }
  },
});
await import('the tests');

mocha.suite.beforeEach(function () {
  mutants.currentTestId = this.currentTest.fullTitle();
});
if (limits) choose(mocha.suite);
mocha.run(() => finish({passed, failed, coverage: mutants.mutantCoverage}));

/** Leaves the wanted tests, the fastest first. */
function choose(suite) {
  suite.tests = suite.tests.filter((test) => limits[test.fullTitle()]);
  for (const test of suite.tests) test.timeout(limits[test.fullTitle()]);
  suite.tests.sort((a, b) => a.timeout() - b.timeout());
  suite.suites.forEach(choose);
}
