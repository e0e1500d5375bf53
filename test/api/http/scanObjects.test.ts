import { errorTexts, type ErrorCode } from '@anxing/contract/errors';

import type { Person } from '../../../api/src/models/person';
import { offNational } from '../../../api/src/providers/national/off';
import { cardOf, codeOf, openDoor, passOf, scan, type Door } from '../../support/api/door';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoster } from '../../support/api/factories/buildPoint';
import { inventIdNumber } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterAll(() => api.close());

async function refusal(door: Door, object: string): Promise<string> {
  const { body, status } = await scan(api, door, object);
  const { code, message } = body.error as { code: ErrorCode; message: string };
  expect(errorTexts[code].slice(0, 2)).toEqual([status, message]);

  return code;
}

function changed(text: string, at: number): string {
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

test('each kind of object leads to its person, and is told', async () => {
  const person = await buildPerson(api.services);
  const door = await openDoor(api);
  const objects = {
    code: codeOf(api, person),
    pass: passOf(api, person),
    card: await cardOf(api, person),
    number: person.person.number ?? '',
    national: `GK:green:420000:resident:${person.idNumber}`,
  };
  for (const [kind, object] of Object.entries(objects)) {
    const { body } = await scan(api, door, object, { mask: true }).expect(200);
    expect(body).toMatchObject({ object: kind, colour: 'green', decision: 'allow' });
    expect(JSON.stringify(body)).not.toContain(person.name);
  }
});

test('an input method that is on does not get in the way', async () => {
  const person = await buildPerson(api.services);
  const door = await openDoor(api);
  const wide = [...(person.person.number ?? '')].map((digit) => String.fromCodePoint(Number(digit) + 0xff10));
  await scan(api, door, ` ${wide.join('')}\n`).expect(200);
  await scan(api, door, codeOf(api, person).replace(':', '：')).expect(200);
});

test('with network the present colour counts, never the one of a pass or code', async () => {
  const person = await buildPerson(api.services);
  await buildFact(api.services, person.idNumber);
  const door = await openDoor(api);
  for (const object of [passOf(api, person), codeOf(api, person), await cardOf(api, person)]) {
    const { body } = await scan(api, door, object, { mask: true, temperature: 36.5 }).expect(200);
    expect(body).toMatchObject({ colour: 'orange', decision: 'stop' });
  }
});

test('what leads to nobody is told apart, each in its own sentence', async () => {
  const person = await buildPerson(api.services);
  const door = await openDoor(api);
  const { token, link } = await buildPoster(api.services, door.point);
  const code = codeOf(api, person);
  const number = person.person.number ?? '';
  const mistyped = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
  const card = await cardOf(api, person);

  expect(await refusal(door, codeOf(api, person, -120_000))).toBe('code_expired');
  expect(await refusal(door, codeOf(api, person, 120_000))).toBe('code_not_yet_valid');
  expect(await refusal(door, changed(code, 30))).toBe('code_forged');
  expect(await refusal(door, code.slice(0, 100))).toBe('code_unreadable');
  expect(await refusal(door, changed(code, 4))).toMatch(/^code_un/);
  expect(await refusal(door, passOf(api, person, { shift: -90_000 }))).toBe('code_expired');
  expect(await refusal(door, changed(passOf(api, person), 60))).toBe('code_forged');
  expect(await refusal(door, changed(card, 20))).toBe('card_forged');
  expect(await refusal(door, await cardOf(api, person, { isRevoked: true }))).toBe('card_revoked');
  expect(await refusal(door, mistyped)).toBe('number_mistyped');
  expect(await refusal(door, person.idNumber)).toBe('object_id_number');
  expect(await refusal(door, token)).toBe('object_poster');
  expect(await refusal(door, link)).toBe('object_poster');
  expect(await refusal(door, '134567890123456789')).toBe('object_payment');
  expect(await refusal(door, 'https://example.com/menu')).toBe('object_link');
  expect(await refusal(door, '一张名片')).toBe('object_unknown');
  expect(await refusal(door, 'BEGIN:VCARD')).toBe('object_unknown');
});

test('a code that was replaced is nobody’s', async () => {
  const person = await buildPerson(api.services);
  const other = { ...person, person: { ...person.person, codeReference: 'ab'.repeat(8) } as Person };
  expect(await refusal(await openDoor(api), codeOf(api, other))).toBe('code_refused');
});

describe('a national code', () => {
  test('is merged into the own code, whose colour then decides', async () => {
    const person = await buildPerson(api.services);
    const door = await openDoor(api);
    const { body } = await scan(api, door, `GK:red:420000:resident:${person.idNumber}`).expect(200);

    expect(body).toMatchObject({ object: 'national', colour: 'orange', decision: 'stop' });
  });

  test('of somebody of whom no province says anything decides nothing', async () => {
    const door = await openDoor(api);
    const unclaimed = await buildPerson(api.services, { claimed: false });
    for (const idNumber of [inventIdNumber(), unclaimed.idNumber]) {
      expect(await refusal(door, `GK:unknown:420000:resident:${idNumber}`)).toBe('national_unknown_person');
    }
  });

  test('waits while the platform does not answer, and is unknown where none is asked', async () => {
    const person = await buildPerson(api.services);
    const door = await openDoor(api);
    const code = `GK:green:420000:resident:${person.idNumber}`;
    standIns.national.behave(person.idNumber, 'silent');
    expect(await refusal(door, code)).toBe('national_unavailable');
    standIns.national.behave(person.idNumber, 'no');
    expect(await refusal(door, code)).toBe('object_unknown');
    Object.assign(api.services.providers, { national: offNational });
    expect(await refusal(door, code)).toBe('object_unknown');
    Object.assign(api.services.providers, { national: standIns.national });
  });
});

test('whatever might be guessed is one of the guard’s tries', async () => {
  const door = await openDoor(api);
  const tries = ['123456789012', inventIdNumber(), 'GK:x'];
  const codes = [];
  for (let i = 0; i < 31; i += 1) {
    codes.push(await refusal(door, tries[i % tries.length] ?? ''));
  }
  expect(codes.slice(0, 30)).not.toContain('too_many_requests');
  expect(codes.at(-1)).toBe('too_many_requests');
});

test('old screenshots and payment codes in a queue keep nobody with a good code outside', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const tries = ['https://example.com', '130000000000000000', 'AX1:x', 'AX3:x'];
  for (let i = 0; i < 60; i += 1) {
    expect(await refusal(door, tries[i % tries.length] ?? '')).not.toBe('too_many_requests');
  }
  await scan(api, door, codeOf(api, person)).expect(200);
});

test('a camera that sees nothing but refused objects is slowed down', async () => {
  const door = await openDoor(api);
  const codes = new Set();
  for (let i = 0; i < 301; i += 1) {
    codes.add(await refusal(door, 'AX1:x'));
  }
  expect(codes).toContain('too_many_requests');
});
