import { jestCounts } from '../../../scripts/testing/jestCounts.mjs';

interface Assertion {
  fullName: string;
  status: string;
  failureMessages: string[];
}

function test(fullName: string, status: string, message = ''): Assertion {
  return { fullName, status, failureMessages: message ? [message] : [] };
}

function report(...suites: { status?: string; message?: string; tests: Assertion[] }[]): object {
  const tests = suites.flatMap((suite) => suite.tests);

  return {
    numPassedTests: tests.filter(({ status }) => status === 'passed').length,
    testResults: suites.map(({ status = 'passed', message = '', tests: assertionResults }, index) => ({
      name: `file${index}.test.ts`,
      status,
      message,
      assertionResults,
    })),
  };
}

describe('jestCounts', () => {
  it('adds up what passed and names what failed', () => {
    const counts = jestCounts(
      report(
        { tests: [test('a', 'passed'), test('b', 'passed')] },
        { status: 'failed', tests: [test('c', 'failed', 'expected 1'), test('d', 'passed')] },
      ),
      1,
    );

    expect(counts).toEqual({
      passed: 3,
      failed: 1,
      notes: [expect.stringMatching(/^file1\.test\.ts: c\nexpected 1/)],
    });
  });

  it.each(['pending', 'todo', 'skipped', 'disabled'])('counts a test that is %s as failed', (status) => {
    const { passed, failed, notes } = jestCounts(
      report({ tests: [test('a', 'passed'), test('later', status)] }),
    );

    expect([passed, failed]).toEqual([1, 1]);
    expect(notes[0]).toContain('later');
  });

  it('counts a file that cannot be loaded', () => {
    const counts = jestCounts(
      report(
        { tests: [test('a', 'passed')] },
        { status: 'failed', message: 'Cannot find module', tests: [] },
      ),
      1,
    );

    expect(counts).toMatchObject({ passed: 1, failed: 1, notes: ['file1.test.ts: Cannot find module'] });
  });

  it('counts a run without tests as a failure', () => {
    expect(jestCounts(report())).toEqual({ passed: 0, failed: 1, notes: ['no test was run'] });
  });

  it('counts a run without a report as a failure', () => {
    expect(jestCounts(undefined, 137)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('believes the exit code when the report shows nothing wrong', () => {
    expect(jestCounts(report({ tests: [test('a', 'passed')] }), 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});
