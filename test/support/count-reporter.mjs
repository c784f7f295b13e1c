/** Ends a run with one plain line, `N passed, N failed, N skipped`, which `.config/check.js` reads too. */
export const countReporter = () => ({
  stop({sessions}) {
    const counts = {passed: 0, failed: 0, skipped: 0};
    const count = ({tests = [], suites = []} = {}) => {
      for (const {skipped, passed} of tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
      suites.forEach(count);
    };
    for (const {testResults, errors} of sessions) {
      count(testResults);
      // A file that did not run, for example.
      if (errors.length > 0) counts.failed += 1;
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  },
});
