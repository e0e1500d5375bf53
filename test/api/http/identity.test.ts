import { idNumberCheck } from '@anxing/contract/idNumber';

import { Account } from '../../../api/src/models/account';
import { Person } from '../../../api/src/models/person';
import { openField } from '../../../api/src/privacy/sealedFields';
import { auditEvents } from '../../support/api/auditEvents';
import {
  signedInAccount,
  consentingAccount,
  signedInPerson,
} from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { giveConsent } from '../../../api/src/commands/giveConsent';
import { system } from '../../support/api/factories/buildUnit';
import { inventIdNumber, inventName, inventResidenceCard } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, expectOnlyForResidents, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterAll(() => api.close());

function put(auth: Auth, body: object) {
  return api.request.put('/api/v1/me/identity').set(auth).send(body);
}

function invented(given: object = {}) {
  return { idType: 'resident', name: inventName(), idNumber: inventIdNumber(), ...given };
}

async function pendingOf(accountId: string) {
  const account = await Account.findByPk(accountId);

  return account?.pendingLevel;
}

test('name and number that match wait sealed for the face check: L3', async () => {
  const { auth, account } = await consentingAccount(api.services);
  const claim = invented();
  await put(auth, { ...claim, idNumber: ` ${claim.idNumber.toLowerCase()} ` }).expect(204);

  const stored = await Account.findByPk(account.id);
  expect(JSON.stringify(stored)).not.toContain(claim.idNumber);
  expect(JSON.stringify(stored)).not.toContain(claim.name);
  expect(
    stored && openField(api.services.vault, 'accounts', 'pending_number', stored, stored.pendingNumber),
  ).toBe(claim.idNumber);
  const { body } = await api.request.get('/api/v1/me').set(auth);
  expect(body).toMatchObject({ level: 3, name: `***${claim.name.at(-1)}`, idType: 'resident' });
  expect(await Person.count()).toBe(0);
  const text = JSON.stringify(await auditEvents(api.services, account.id));
  expect(text).toContain('pendingNumber');
  expect(text).not.toContain(claim.idNumber);
});

test('another identity may be given until the face check is passed', async () => {
  const { auth } = await consentingAccount(api.services);
  await put(auth, invented()).expect(204);
  const second = invented();
  await put(auth, second).expect(204);

  expect((await api.request.get('/api/v1/me').set(auth)).body.name).toBe(`***${second.name.at(-1)}`);
});

describe('the checks of the document (L2)', () => {
  const faultOf = async (given: object) => {
    const { auth } = await consentingAccount(api.services);

    return faultsOf(await put(auth, invented(given)).expect(400)).idNumber;
  };
  const withCheck = (first17: string) => first17 + idNumberCheck(first17);

  test('of a resident’s ID card: form, region, date, check character', async () => {
    const good = inventIdNumber();
    const wrongCheck = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');

    expect(await faultOf({ idNumber: good.slice(0, 15) })).toBe('A resident ID number has 18 characters');
    expect(await faultOf({ idNumber: withCheck('99010219900307001') })).toBe(
      'Unknown province in the ID number',
    );
    expect(await faultOf({ idNumber: withCheck('35010219900230001') })).toBe(
      'The birth date in the ID number is not real',
    );
    expect(await faultOf({ idNumber: withCheck('35010220990101001') })).toBe(
      'The birth date in the ID number is not real',
    );
    expect(await faultOf({ idNumber: wrongCheck })).toBe('The check character of the ID number is wrong');
  });

  test('of the other documents', async () => {
    expect(await faultOf({ idType: 'hkMacaoPermit', idNumber: 'X12345678' })).toBe('Wrong permit number');
    expect(await faultOf({ idType: 'taiwanPermit', idNumber: '1234' })).toBe('Wrong permit number');
    expect(await faultOf({ idType: 'passport', idNumber: 'E-1' })).toBe('Wrong passport number');
    expect(await faultOf({ idType: 'foreignResident', idNumber: '123' })).toBe('Wrong residence card number');
    const cut = { idType: 'foreignResident', idNumber: '911344198808231000' };
    expect(await faultOf(cut)).toBe('The check character of the residence card number is wrong');

    const { auth } = await consentingAccount(api.services);
    await put(auth, invented({ idType: 'hkMacaoPermit', idNumber: 'H12345678' })).expect(204);
    await put(auth, invented({ idType: 'foreignResident', idNumber: inventResidenceCard() })).expect(204);
  });

  test('every wrong field is named', async () => {
    const { auth } = await consentingAccount(api.services);
    const response = await put(auth, { idType: 'library', name: '1<b>', idNumber: '', x: 1 }).expect(400);

    expect(faultsOf(response)).toEqual({
      idNumber: 'Required',
      idType: 'Not one of the choices',
      name: 'Enter a name without special characters',
      x: 'Unknown field',
    });
  });
});

describe('what comes first', () => {
  test('both consents, of the present version', async () => {
    const { auth, account } = await signedInAccount(api.services);
    const version = api.services.config.brand.consentVersion;
    expect(codeOf(await put(auth, invented()).expect(403))).toBe('consent_required');
    await giveConsent(api.services, system, account.id, { kind: 'privacy', version });

    expect(codeOf(await put(auth, invented()).expect(403))).toBe('consent_required');
    await giveConsent(api.services, system, account.id, { kind: 'sensitive', version });
    await put(auth, invented()).expect(204);
  });

  test('a phone: L1', async () => {
    const subjectIndex = api.services.index.platformUser('wechat', 'no-phone');
    const { auth } = await consentingAccount(api.services, {
      kind: 'wechat',
      subjectIndex,
      phone: null,
      phoneIndex: null,
    });

    expect(codeOf(await put(auth, invented()).expect(403))).toBe('phone_required');
  });
});

describe('the register (L3)', () => {
  test('a mismatch stores nothing, and after five of them there is a pause', async () => {
    const { auth, account } = await consentingAccount(api.services);
    for (let i = 0; i < 5; i += 1) {
      const claim = invented();
      standIns.identity.behave(claim.idNumber, 'no');
      expect(codeOf(await put(auth, claim).expect(422))).toBe('identity_mismatch');
    }
    const paused = await put(auth, invented()).expect(429);

    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(600);
    expect(await pendingOf(account.id)).toBe(0);
  });

  test.each(['later', 'silent'] as const)(
    '%s: try again, nothing stored, nothing counted',
    async (behaviour) => {
      const { auth, account } = await consentingAccount(api.services);
      const claim = invented();
      standIns.identity.behave(claim.idNumber, behaviour);
      for (let i = 0; i < 6; i += 1) {
        const response = await put(auth, claim).expect(503);
        expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect(await pendingOf(account.id)).toBe(0);
      standIns.identity.behave(claim.idNumber, 'yes');
      await put(auth, claim).expect(204);
    },
  );
});

test('who is verified keeps the identity, and may give it again', async () => {
  const { auth, account, name, idNumber, person } = await signedInPerson(api.services);
  const version = api.services.config.brand.consentVersion;
  for (const kind of ['privacy', 'sensitive'] as const) {
    await giveConsent(api.services, system, account.id, { kind, version });
  }

  expect(codeOf(await put(auth, invented()).expect(409))).toBe('identity_locked');
  await put(auth, { idType: 'resident', name, idNumber }).expect(204);
  expect(await Account.findByPk(account.id)).toMatchObject({ personId: person.id, pendingLevel: 0 });
});

test('is for residents', () => expectOnlyForResidents(api, (auth) => put(auth, invented())));
