const shownLines = 12;

function shorten(message) {
  const lines = message.trim().split('\n');

  return lines.slice(0, shownLines).join('\n');
}

function failuresOf(suite) {
  const tests = suite.assertionResults;
  const failed = tests
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}\n${shorten(failureMessages.join('\n'))}`);
  const skipped = tests
    .filter(({ status }) => !['passed', 'failed'].includes(status))
    .map(({ fullName, status }) => `${fullName} (${status}: nothing may be skipped)`);
  // A file that breaks outside its tests would otherwise vanish without a trace.
  const broken = suite.status === 'failed' && failed.length === 0 ? [shorten(suite.message)] : [];

  return [...failed, ...skipped, ...broken].map((text) => `${suite.name}: ${text}`);
}

/**
 * Counts of one jest run from its --json report. Skipped and pending tests, files that cannot be loaded, a run
 * without tests and an unhappy end all count as failures.
 * @returns {{ passed: number, failed: number, notes: string[] }} a note for every failure
 */
export function jestCounts(report, exitCode = 0) {
  if (!report) {
    return { passed: 0, failed: 1, notes: [`jest ended with ${exitCode} and left no report`] };
  }
  const notes = report.testResults.flatMap(failuresOf);
  const passed = report.numPassedTests;
  if (passed === 0 && notes.length === 0) {
    notes.push('no test was run');
  }
  if (exitCode !== 0 && notes.length === 0) {
    notes.push(`jest ended with ${exitCode} although no test failed`);
  }

  return { passed, failed: notes.length, notes };
}
