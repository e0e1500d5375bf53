import { idCardRead } from '@anxing/contract/idCards';
import { idNumberCheck } from '@anxing/contract/idNumber';

import { writeAs } from '../../../api/src/context';
import { Person } from '../../../api/src/models/person';
import type { CardReadings, Ocr } from '../../../api/src/providers/ocr/ocr';
import { offOcr } from '../../../api/src/providers/ocr/off';
import { TesseractOcr } from '../../../api/src/providers/ocr/standIn';
import { openDoor, scan, type Door } from '../../support/api/door';
import { pngFile } from '../../support/api/evidenceFiles';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signIn } from '../../support/api/factories/signIn';
import { system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';
import { drawCard } from '../../support/cards/drawCard.mjs';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function use(ocr: Ocr): void {
  Object.assign(api.services.providers, { ocr });
}

function reads(...readings: [string, string]): void {
  const answer: CardReadings = { ok: true, readings };
  use({ readCard: () => Promise.resolve(answer) });
}

function send(auth: object, file: Buffer = pngFile(), more: object = {}) {
  return api.request
    .post('/api/v1/scans/id-card')
    .set(auth as Record<string, string>)
    .send({ mediaType: 'image/png', data: file.toString('base64'), ...more });
}

let serial = 100;

function numberOf(birth: string): string {
  serial += 1;
  const first17 = `350102${birth}${serial}`;

  return first17 + idNumberCheck(first17);
}

/** Somebody whose card has a number. */
async function holderOf(idNumber: string): Promise<BuiltPerson> {
  const built = await buildPerson(api.services);
  const person = await Person.findByPk(built.person.id, { rejectOnEmpty: true });
  const identityIndex = api.services.index.identity('resident', idNumber);
  await writeAs(api.services, system, (scene) => person.set({ identityIndex }).saveBy(scene));

  return { ...built, person, idNumber };
}

async function objectFor({ auth }: Door, idNumber: string): Promise<string> {
  reads(idNumber, idNumber);

  return (await send(auth).expect(200)).body.object as string;
}

test('what two readings agree on is shown masked, and checked once the guard confirms', async () => {
  const door = await openDoor(api);
  const person = await holderOf(numberOf('19500307'));
  reads(`公民身份号码 ${person.idNumber}`, person.idNumber);
  const { body, text } = await send(door.auth).expect(200);

  expect(idCardRead.parse(body)).toEqual(body);
  expect(body).toMatchObject({ birthYear: 1950, needsReason: false });
  expect(body.number).toBe(`35*****${person.idNumber.slice(-3)}`);
  expect(text).not.toContain(person.idNumber);
  const checked = await scan(api, door, body.object as string, { mask: true }).expect(200);
  expect(checked.body).toMatchObject({ object: 'idCard', colour: 'green', decision: 'allow' });
  const looks = await api.request
    .get('/api/v1/me/accesses')
    .set(await signIn(api.services, person))
    .expect(200);
  expect(looks.body.items[0].purpose).toBe('身份证识别');
});

test('whoever is not old needs a reason, which the person reads', async () => {
  const door = await openDoor(api);
  const person = await holderOf(numberOf('19900307'));
  const object = await objectFor(door, person.idNumber);
  for (const more of [{}, { idCardReason: 'because' }]) {
    const { body } = await scan(api, door, object, more).expect(400);
    expect(body.error.fields).toMatchObject([{ path: 'idCardReason' }]);
  }
  await scan(api, door, object, { idCardReason: 'noPhone' }).expect(200);
  const looks = await api.request
    .get('/api/v1/me/accesses')
    .set(await signIn(api.services, person))
    .expect(200);
  expect(looks.body.items[0].purpose).toBe('身份证识别（没有手机）');
});

test('what is not certain is not told', async () => {
  const door = await openDoor(api);
  const [one, other] = [numberOf('19500307'), numberOf('19500307')];
  for (const readings of [
    [one, other],
    [one, ''],
    ['', ''],
  ] as [string, string][]) {
    reads(...readings);
    const { body } = await send(door.auth).expect(422);
    expect(body.error.code).toBe('id_card_unreadable');
  }
});

test('whether somebody is known here is told by the check alone', async () => {
  const door = await openDoor(api);
  const { body } = await scan(api, door, await objectFor(door, numberOf('19500307'))).expect(422);
  expect(body.error.code).toBe('id_card_unknown');
});

test('a ticket is one guard’s, for some minutes', async () => {
  const door = await openDoor(api);
  const other = await openDoor(api);
  const person = await holderOf(numberOf('19500307'));
  const object = await objectFor(door, person.idNumber);
  const refusal = async (at: Door, text: string) => (await scan(api, at, text).expect(422)).body.error.code;
  expect(await refusal(other, object)).toBe('id_card_again');
  expect(await refusal(door, `${object.slice(0, -2)}AA`)).toBe('id_card_again');
  expect(await refusal(door, 'AXI:x')).toBe('id_card_again');
  api.clock.advance(3 * 60_000);
  const later = { ...door, auth: await signIn(api.services, door.guard) };
  expect(await refusal(later, object)).toBe('id_card_again');
});

test('a reader that is off, busy or silent says so', async () => {
  const door = await openDoor(api);
  const reader = new TesseractOcr(20);
  for (const behaviour of ['later', 'silent'] as const) {
    reader.behave(behaviour);
    use(reader);
    expect((await send(door.auth).expect(503)).body.error.code).toBe('id_card_unavailable');
  }
  use(offOcr);
  await send(door.auth).expect(503);
});

test('other files are refused, and so is a picture that unpacks to gigabytes', async () => {
  const { auth } = await openDoor(api);
  reads('', '');
  const huge = pngFile();
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  for (const file of [Buffer.from('GIF89a'), huge]) {
    expect((await send(auth, file).expect(422)).body.error.code).toBe('evidence_refused');
  }
  const { body } = await send(auth, pngFile(), { mediaType: 'application/pdf', x: 1 }).expect(400);
  expect(body.error.fields.map(({ path }: { path: string }) => path).sort()).toEqual(['mediaType', 'x']);
});

test('only door staff', async () => {
  const { point } = await openDoor(api);
  const unit = { id: point.unitId } as never;
  const viewer = await buildStaff(api.services, { unit, roles: ['viewer'] });
  await send({}).expect(401);
  await send(await signIn(api.services, await buildPerson(api.services))).expect(403);
  await send(await signIn(api.services, viewer)).expect(403);
});

test('tesseract reads a card, and nothing of what is none', async () => {
  const door = await openDoor(api);
  use(new TesseractOcr(5_000));
  const idNumber = numberOf('19500307');
  const { body } = await send(door.auth, drawCard(idNumber, { rotate: 2, blur: 0.8, light: 0.8 })).expect(
    200,
  );
  expect(body.number).toBe(`35*****${idNumber.slice(-3)}`);
  await send(door.auth).expect(422);
});
