import { readFileSync } from 'node:fs';

import { decide, type Circumstances } from '../../../../api/src/passages/decide';
import { parseColours } from '../../../../api/src/risk/colours';

const colours = parseColours(JSON.parse(readFileSync('config/colours.json', 'utf8')));
const policy = { comment: '', feverFrom: 37.3, unknownColour: 'ask' } as const;
const healthy: Circumstances = { colour: 'green', temperature: 36.5, mask: true, maskRequired: true };

test.each([
  ['green, normal and masked', healthy, 'allow'],
  ['just below fever', { ...healthy, temperature: 37.2 }, 'allow'],
  ['fever begins at 37.3', { ...healthy, temperature: 37.3 }, 'stop'],
  ['no mask where one is asked for', { ...healthy, mask: false }, 'stop'],
  ['no mask where none is asked for', { ...healthy, mask: false, maskRequired: false }, 'allow'],
  ['nothing measured', { colour: 'green', maskRequired: true }, 'allow'],
  ['orange', { ...healthy, colour: 'orange' }, 'stop'],
  ['unknown', { ...healthy, colour: 'unknown' }, 'ask'],
  ['unknown with fever', { ...healthy, colour: 'unknown', temperature: 38 }, 'stop'],
])('%s', (_, given, decision) => {
  const verdict = decide(given, colours, policy);
  expect(verdict.decision).toBe(decision);
  expect(verdict.why === null).toBe(decision === 'allow');
});
