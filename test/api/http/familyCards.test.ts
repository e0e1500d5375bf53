import { FamilyMember } from '../../../api/src/models/familyMember';
import { Message } from '../../../api/src/models/message';
import { PaperCard } from '../../../api/src/models/paperCard';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import {
  familyOf,
  inventMember,
  personOf,
  proveSelf,
  scanCard,
  type InventedMember,
} from '../../support/api/family';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

/** An applicant with one member. */
async function withMember() {
  const { auth, person } = await signedInPerson(api.services);
  const family = familyOf(api, auth);
  const input = inventMember();
  const { body } = await family.add(input).expect(201);

  return { auth, person, family, input, id: String(body.id) };
}

async function titlesOf({ id }: { id: string }): Promise<string[]> {
  const messages = await Message.findAll({ where: { personId: id }, order: ['id'] });

  return messages.map(({ title }) => title);
}

/** A clerk prints a card for somebody at a counter. @returns its id */
async function printAtCounter({ name, idNumber }: InventedMember): Promise<string> {
  const unit = await buildUnit(api.services, { kind: 'community' });
  const { auth } = await signedInStaff(api.services, { unit, roles: ['clerk'] });
  const body = { idType: 'resident', name, idNumber, consented: true, compared: true };
  const answer = await api.request.post('/api/v1/unit/cards').set(auth).send(body).expect(201);

  return String(answer.body.card.id);
}

test('a door knows the member by the card, a new one voids it, and a lost one is void at once', async () => {
  const { family, id, input } = await withMember();
  const { body: first } = await family.makeCard(id).expect(201);
  expect(first.printedBy).toBeNull();
  const seen = await scanCard(api, first.id);
  expect(seen.body).toMatchObject({ object: 'card', colour: 'green', decision: 'allow' });
  expect(seen.body.person.name).toBe(`***${input.name.at(-1)}`);
  expect((await family.list()).body.items[0].card).toEqual(first);

  const { body: second } = await family.makeCard(id).expect(201);
  expect(codeOf(await scanCard(api, first.id))).toBe('card_revoked');
  expect((await scanCard(api, second.id)).status).toBe(200);

  await family.voidCard(id).expect(204);
  expect(codeOf(await scanCard(api, second.id))).toBe('card_revoked');
  expect((await family.list()).body.items[0].card).toBeNull();
  await family.openCard(id).expect(404);
});

test('the file is a PDF', async () => {
  const { family, id } = await withMember();
  await family.makeCard(id).expect(201);
  const { body, headers } = await family.openCard(id).buffer(true).expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(Buffer.from(body).subarray(0, 5).toString()).toBe('%PDF-');
});

test('another applicant’s member is nobody, and a removed one too', async () => {
  const { family, id } = await withMember();
  await family.makeCard(id).expect(201);
  const stranger = familyOf(api, (await signedInPerson(api.services)).auth);
  for (const ask of ['makeCard', 'voidCard', 'openCard'] as const) {
    await stranger[ask](id).expect(404);
  }
  await family.openCard(id).expect(200);
  await family.remove(id).expect(204);
  for (const ask of ['makeCard', 'voidCard', 'openCard'] as const) {
    await family[ask](id).expect(404);
  }
});

test('removing voids the applicant’s card', async () => {
  const { family, id } = await withMember();
  const { body: card } = await family.makeCard(id).expect(201);
  await family.remove(id).expect(204);
  expect(codeOf(await scanCard(api, card.id))).toBe('card_revoked');
});

test('a counter’s card is the member’s own: the applicant neither sees nor opens nor voids it', async () => {
  const { family, id, input } = await withMember();
  const cardId = await printAtCounter(input);
  expect((await family.list()).body.items[0].card).toBeNull();
  await family.openCard(id).expect(404);
  await family.voidCard(id).expect(204);
  await family.remove(id).expect(204);
  expect((await scanCard(api, cardId)).status).toBe(200);
  expect(await personOf(api, input)).toMatchObject({ level: 4 });
});

test('who proves his own identity stands alone: the card is void, the applicant is told', async () => {
  const { family, id, input, person: applicant } = await withMember();
  const { body: card } = await family.makeCard(id).expect(201);
  const before = await personOf(api, input);
  const auth = await proveSelf(api, input);

  expect(await personOf(api, input)).toMatchObject({
    id: before.id,
    level: 4,
    codeReference: before.codeReference,
  });
  expect(await FamilyMember.findByPk(id)).toMatchObject({ endedBy: 'self', activeMember: null });
  expect(codeOf(await scanCard(api, card.id))).toBe('card_revoked');
  expect((await family.list()).body.items).toEqual([]);
  await family.makeCard(id).expect(404);
  expect(await titlesOf(applicant)).toContain('家人已自行申领健康码');
  expect(codeOf(await family.add(input).expect(409))).toBe('family_taken');

  const { body: me } = await api.request.get('/api/v1/me').set(auth).expect(200);
  expect(me).toMatchObject({ level: 4, hasCode: true });
});

test('a member reads later who added him and made a card', async () => {
  const { family, id, input } = await withMember();
  await family.makeCard(id).expect(201);
  const auth = await proveSelf(api, input);
  const { body } = await api.request.get('/api/v1/me/messages').set(auth).expect(200);
  const titles = body.items.map(({ title }: { title: string }) => title);
  expect(titles.sort()).toEqual(['家人已为您生成纸质健康码', '家人已为您申领健康码']);
});

test('a card made while the member proves himself is void whatever comes first', async () => {
  const { family, id, input } = await withMember();
  const [, made] = await Promise.all([proveSelf(api, input), family.makeCard(id)]);
  expect([201, 404]).toContain(made.status);
  const { id: personId } = await personOf(api, input);
  expect(await PaperCard.count({ where: { personId, revokedAt: null } })).toBe(0);
});
