import { mostOfRelation } from '@anxing/contract/familyRelations';

import { FamilyMember } from '../../../api/src/models/familyMember';
import { Person } from '../../../api/src/models/person';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { familyOf, inventMember, personOf, type Relation } from '../../support/api/family';
import { inventIdNumber } from '../../support/api/invented';
import { codeOf, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

async function applicant() {
  const built = await signedInPerson(api.services);

  return { ...built, family: familyOf(api, built.auth) };
}

const nobody = '019a0000-0000-7000-8000-000000000000';

test('a relative without a phone is added, masked, with a code of his own', async () => {
  const { family, person } = await applicant();
  expect((await family.list().expect(200)).body).toEqual({ items: [] });
  const input = inventMember();
  const { body } = await family.add(input).expect(201);
  expect(body).toEqual({
    id: expect.any(String),
    relation: 'parent',
    name: `***${input.name.at(-1)}`,
    idNumber: `${input.idNumber.slice(0, 2)}*****${input.idNumber.slice(-3)}`,
    since: expect.any(Number),
    card: null,
  });
  expect((await family.list().expect(200)).body).toEqual({ items: [body] });

  const member = await personOf(api, input);
  expect(member).toMatchObject({ level: 3, phone: null, codeReference: expect.any(String) });
  expect(await FamilyMember.findByPk(body.id)).toMatchObject({
    applicantId: person.id,
    memberId: member.id,
    activeMember: member.id,
    endedAt: null,
  });
  const actions = (await auditEvents(api.services, body.id)).map(({ action }) => action);
  expect(actions).toEqual(['family_members.create']);
});

test('nothing of the colour is told', async () => {
  const { family } = await applicant();
  const { text } = await family.add().expect(201);
  expect(text).not.toMatch(/colour|green|orange|number12|qr/);
});

describe('what is wrong with the input', () => {
  test('every missing field is named', async () => {
    const { family } = await applicant();
    const faults = faultsOf(await family.add({}).expect(400));
    expect(Object.keys(faults)).toEqual(['idNumber', 'idType', 'name', 'pledged', 'relation']);
  });

  test.each([
    ['no pledge', { pledged: false }, 'pledged', 'Required'],
    ['a relation that there is not', { relation: 'friend' }, 'relation', 'Not one of the choices'],
    ['a name of signs', { name: '<b>' }, 'name', 'Enter a name without special characters'],
    [
      'a number that is cut',
      { idNumber: '3501021955' },
      'idNumber',
      'A resident ID number has 18 characters',
    ],
    [
      'a parent who is young',
      { idNumber: inventIdNumber('19900101') },
      'idNumber',
      'A parent must be at least 55 years old',
    ],
    [
      'a child who is grown',
      { relation: 'child', idNumber: inventIdNumber('20000101') },
      'idNumber',
      'A child must be at most 16 years old',
    ],
    [
      'a document that tells no birthday',
      { idType: 'passport', idNumber: 'E12345678' },
      'idType',
      'Two clerks have to verify this document',
    ],
  ])('%s', async (_, given, field, text) => {
    const { family } = await applicant();
    expect(faultsOf(await family.add({ ...inventMember(), ...given }).expect(400))).toEqual({
      [field]: text,
    });
    expect((await family.list()).body.items).toEqual([]);
  });

  test('the applicant himself', async () => {
    const { family, name, idNumber } = await applicant();
    const own = { ...inventMember('spouse'), name, idNumber };
    expect(faultsOf(await family.add(own).expect(400))).toEqual({ idNumber: 'This is your own number' });
  });
});

describe('the register', () => {
  test('a mismatch makes nobody, and after five of them there is a pause', async () => {
    const { family } = await applicant();
    const before = await Person.count();
    for (let i = 0; i < 5; i += 1) {
      const input = inventMember();
      api.services.providers.standIns.identity?.behave(input.idNumber, 'no');
      expect(codeOf(await family.add(input).expect(422))).toBe('identity_mismatch');
    }
    expect(codeOf(await family.add().expect(429))).toBe('too_many_requests');
    expect(await Person.count()).toBe(before);
  });

  test('that does not answer decides nothing', async () => {
    const { family } = await applicant();
    const input = inventMember();
    api.services.providers.standIns.identity?.behave(input.idNumber, 'later');
    expect(codeOf(await family.add(input).expect(503))).toBe('unavailable');
    expect((await family.list()).body.items).toEqual([]);
  });
});

describe('who is taken', () => {
  test('with an account of his own or a relative: both get one answer, and only with the right name', async () => {
    const { family } = await applicant();
    const withPhone = await buildPerson(api.services);
    const owner = { ...inventMember('spouse'), name: withPhone.name, idNumber: withPhone.idNumber };
    const others = inventMember('spouse');
    await (await applicant()).family.add(others).expect(201);

    const [first, second] = [await family.add(owner).expect(409), await family.add(others).expect(409)];
    expect(codeOf(first)).toBe('family_taken');
    expect({ ...first.body.error, requestId: '' }).toEqual({ ...second.body.error, requestId: '' });
    for (const { idNumber } of [owner, others]) {
      api.services.providers.standIns.identity?.behave(idNumber, 'no');
      const guess = { ...inventMember('spouse'), idNumber };
      expect(codeOf(await family.add(guess).expect(422))).toBe('identity_mismatch');
    }
  });

  test('of two applicants at once one has the member', async () => {
    const [one, other] = [await applicant(), await applicant()];
    for (let i = 0; i < 3; i += 1) {
      const input = inventMember();
      const answers = await Promise.all([one.family.add(input), other.family.add(input)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(['family_taken']);
    }
  });
});

test.each(Object.entries(mostOfRelation) as [Relation, number][])(
  'of the relation %s there are at most %i, also when they come at once',
  async (relation, most) => {
    const { family } = await applicant();
    const wishes = Array.from({ length: most + 1 }, () => family.add(inventMember(relation)));
    const answers = await Promise.all(wishes);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(most);
    expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(['family_full']);
    expect((await family.list()).body.items).toHaveLength(most);
  },
);

describe('removing', () => {
  test('makes room, and the same member can be added again, also by somebody else', async () => {
    const { family } = await applicant();
    const input = inventMember('spouse');
    const { body } = await family.add(input).expect(201);
    await family.remove(body.id).expect(204);
    expect((await family.list()).body.items).toEqual([]);
    await family.remove(body.id).expect(404);
    expect(await FamilyMember.findByPk(body.id)).toMatchObject({ endedBy: 'applicant', activeMember: null });

    const { body: again } = await family.add(input).expect(201);
    expect(again.id).not.toBe(body.id);
    await family.remove(again.id).expect(204);
    await (await applicant()).family.add(input).expect(201);
  });

  test('is for one’s own only', async () => {
    const { body } = await (await applicant()).family.add().expect(201);
    const { family } = await applicant();
    await family.remove(body.id).expect(404);
    await family.remove(nobody).expect(404);
    expect(await FamilyMember.findByPk(body.id)).toMatchObject({ endedAt: null });
  });
});

test('who may ask', async () => {
  for (const ask of ['list', 'add'] as const) {
    await expectOnlyForPersons(api, (auth) => familyOf(api, auth)[ask]());
  }
  for (const ask of ['remove', 'makeCard', 'voidCard', 'openCard'] as const) {
    await expectOnlyForPersons(api, (auth) => familyOf(api, auth)[ask](nobody));
  }
  const { auth } = await signedInPerson(api.services, { claimed: false });
  expect(codeOf(await familyOf(api, auth).list().expect(403))).toBe('code_required');
  expect(codeOf(await familyOf(api, auth).add().expect(403))).toBe('code_required');
});
