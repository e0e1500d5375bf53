import { explainArgs } from '../../../../api/src/cli/explainArgs';

test('asks for help, or for somebody at a time', () => {
  expect(explainArgs(['--help'])).toBe('help');
  expect(explainArgs(['-h'])).toBe('help');
  expect(explainArgs(['--person', 'G12345678', '--type', 'passport', '--at', '2026-11-21T08:30'])).toEqual({
    number: 'G12345678',
    type: 'passport',
    at: '2026-11-21T08:30',
  });
});

test.each([
  ['nothing', []],
  ['an unknown option', ['--person', 'G12345678', '--wen', '2026-11-21']],
  ['an option without its value', ['--person']],
  ['words of no option', ['G12345678']],
  ['an unknown type', ['--person', 'G12345678', '--type', 'ticket']],
  ['no day', ['--person', 'G12345678', '--at', 'yesterday']],
])('%s is answered with how it is used', (_what, args) => {
  expect(explainArgs(args)).toBe('wrong');
});
