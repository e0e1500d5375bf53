import { readFileSync } from 'node:fs';

import { wantsOf } from '@anxing/contract/entry';

import { decide, type Circumstances } from '../../../../api/src/passages/decide';
import { nothingAsked } from '../../../../api/src/passages/placePolicy';
import { parseColours } from '../../../../api/src/risk/colours';

const colours = parseColours(JSON.parse(readFileSync('config/colours.json', 'utf8')));
const policy = { feverFrom: 37.3, unknownColour: 'ask' } as const;
const masked = { ...nothingAsked, mask: true };
const strict = { ...masked, temperature: 'required', testHours: 48 } as const;
const healthy: Circumstances = { colour: 'green', temperature: 36.5, mask: true, place: masked };
const hour = 3_600_000;

test.each<[string, Circumstances, string]>([
  ['green, normal and masked', healthy, 'allow'],
  ['just below fever', { ...healthy, temperature: 37.2 }, 'allow'],
  ['fever begins at 37.3', { ...healthy, temperature: 37.3 }, 'stop'],
  ['fever as a thermometer shows it', { ...healthy, temperature: 37.26 }, 'stop'],
  ['no mask where one is asked for', { ...healthy, mask: false }, 'stop'],
  ['no mask where none is asked for', { ...healthy, mask: false, place: nothingAsked }, 'allow'],
  ['nothing seen where a mask is asked for', { colour: 'green', place: masked }, 'ask'],
  ['nothing seen by a gate without staff', { colour: 'green', place: masked, isUnattended: true }, 'allow'],
  ['nothing measured where that is required', { ...healthy, temperature: undefined, place: strict }, 'ask'],
  ['no test where one is needed', { ...healthy, place: strict }, 'ask'],
  ['a test that is just young enough', { ...healthy, place: strict, testAge: 48 * hour }, 'allow'],
  ['a test that is too old', { ...healthy, place: strict, testAge: 48 * hour + 1 }, 'ask'],
  ['nothing at a poster', { colour: 'green', place: nothingAsked }, 'allow'],
  ['orange', { ...healthy, colour: 'orange' }, 'stop'],
  ['unknown', { ...healthy, colour: 'unknown' }, 'ask'],
  ['unknown with fever', { ...healthy, colour: 'unknown', temperature: 38 }, 'stop'],
])('%s', (_, given, decision) => {
  const verdict = decide(given, colours, policy);
  expect(verdict.decision).toBe(decision);
  expect(verdict.why === null).toBe(decision === 'allow');
});

test('what is wanted is told one by one, and in words', () => {
  expect(wantsOf({}, strict)).toEqual(['temperature', 'mask']);
  expect(wantsOf({ temperature: 36.5 }, strict)).toEqual(['mask']);
  expect(wantsOf({ mask: false }, masked)).toEqual([]);
  const place = { ...strict, testHours: null };
  expect(decide({ colour: 'green', place }, colours, policy).why).toBe('请测量体温、查看口罩');
});
