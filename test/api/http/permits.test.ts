import { randomInt } from 'node:crypto';

import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { dayOf } from '../../../api/src/base/days';
import { Account } from '../../../api/src/models/account';
import { Person } from '../../../api/src/models/person';
import { openField } from '../../../api/src/privacy/sealedFields';
import { consentingAccount } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { operatorCrew } from '../../support/api/factories/verifiedStaff';
import { buildFeedClient } from '../../support/api/feedClient';
import { inventName } from '../../support/api/invented';
import { orangeWish, propose } from '../../support/api/overrides';
import { notePersonalData } from '../../support/api/personalData';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

interface Claim {
  idType: string;
  name: string;
  idNumber: string;
}

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

/** The part of a permit's number that stays. */
function inventKept(first: string): string {
  const kept = `${first}${String(randomInt(10_000_000, 100_000_000))}`;
  notePersonalData(kept);

  return kept;
}

/** Permits of one holder, the newest one last. */
const permits: [string, () => string[]][] = [
  ['hkMacaoPermit', () => withEnds(inventKept('H'), ['00', '01', ''])],
  ['taiwanPermit', () => withEnds(inventKept(''), ['01A', '02B', ''])],
];

function withEnds(kept: string, ends: readonly string[]): string[] {
  return ends.map((end) => kept + end);
}

function give(auth: Auth, claim: Claim) {
  return api.request.put('/api/v1/me/identity').set(auth).send(claim);
}

/** Somebody with a new account proves by face who he is. */
async function prove(claim: Claim) {
  const { auth, account } = await consentingAccount(api.services);
  await give(auth, claim).expect(204);
  const { body } = await api.request.post('/api/v1/me/identity/face-tickets').set(auth).expect(201);
  await api.request
    .put('/api/v1/me/identity/face')
    .set(auth)
    .send({ ticket: body.ticket as string })
    .expect(204);
  const { personId } = await Account.findByPk(account.id, { rejectOnEmpty: true });

  return { auth, person: await Person.findByPk(personId ?? '', { rejectOnEmpty: true }) };
}

function numberOf(person: Person): string | null {
  return openField(api.services.vault, 'persons', 'id_number', person, person.idNumber);
}

describe.each(permits)('renewals of a %s', (idType, inventPermits) => {
  test('are one person, who has the number that was proved last', async () => {
    const name = inventName();
    const numbers = inventPermits();
    const people: Person[] = [];
    for (const idNumber of numbers) {
      const { person } = await prove({ idType, name, idNumber });
      expect(numberOf(person)).toBe(idNumber);
      people.push(person);
    }

    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    const [another = ''] = inventPermits();
    const { person } = await prove({ idType, name, idNumber: another });
    expect(person.id).not.toBe(people[0]?.id);
  });

  test('are the identity that is verified, which may be given again', async () => {
    const [first = '', renewed = ''] = inventPermits();
    const claim = { idType, name: inventName(), idNumber: first };
    const { auth } = await prove(claim);
    await give(auth, { ...claim, idNumber: renewed }).expect(204);
    const [another = ''] = inventPermits();
    expect(codeOf(await give(auth, { ...claim, idNumber: another }).expect(409))).toBe('identity_locked');
  });

  test('are known to a feed as one, whichever stands there', async () => {
    const fever = await buildFeedClient(api, 'fever', { channel: idType });
    const recomputer = new Recomputer(api.services);
    const date = dayOf(api.clock.now(), api.services.config.brand.zone);
    const numbers = inventPermits();
    const [old = '', renewed = '', newest = ''] = numbers;
    const colourAfter = async ({ id }: Person) => {
      api.clock.advance(1_000);
      await recomputer.turn();

      return (await Person.findByPk(id, { rejectOnEmpty: true })).colour;
    };
    const { person } = await prove({ idType, name: inventName(), idNumber: renewed });
    const { person: other } = await prove({ idType, name: inventName(), idNumber: inventPermits()[0] ?? '' });
    const clear = await colourAfter(person);

    for (const [added, withdrawn] of [
      [old, newest],
      [newest, old],
    ]) {
      await fever.deliver([{ idType, idNumber: added, date }]).expect(201);
      expect(await colourAfter(person)).not.toBe(clear);
      expect(await colourAfter(other)).toBe(clear);
      const back = { idType, idNumber: withdrawn, date, operation: 'withdraw' };
      await fever.deliver([back]).expect(201);
      expect(await colourAfter(person)).toBe(clear);
    }
  });

  test('are named once in a change by hand', async () => {
    const { rules } = await operatorCrew(api.services);
    const people = inventPermits().map((idNumber) => ({ idType, idNumber }));
    const refused = await propose(api, 'operator', rules.auth, { ...orangeWish(), people }).expect(400);
    expect(faultsOf(refused)).toEqual({ 'people.1.idNumber': 'Twice', 'people.2.idNumber': 'Twice' });
  });
});
