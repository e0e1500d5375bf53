import { deviceAgreement } from '@anxing/contract/devices';

import { DeviceModel } from '../../../../api/src/models/deviceModel';
import { pngFile, upload } from '../evidenceFiles';
import { checkInId } from '../checkIn';
import { codeOf } from '../door';
import { inventMember } from '../family';
import { inventCreditCode, inventName, inventPhone } from '../invented';
import { liftWish, orangeWish } from '../overrides';
import { pointCsv } from '../pointSheet';
import type { Caller, WalkAccount } from './callers';
import { feedFile } from './feedFile';
import { sourceIn } from './placesOf';
import { division, otherRules, raised, todayOf, type World } from './world';

/** What is sent to a route. */
export interface Sending {
  query?: object;
  body?: object | string;
  /** Media type of a file. */
  type?: string;
}

/** Who tries, with which of his accounts, and where. */
export interface Try {
  caller: Caller;
  account: WalkAccount;
  /** A path of the route. */
  place: string;
}

/** Of the units in which these callers work. */
const workDivision = '350102';

type Sendings = (world: World, given: Try) => Sending[] | Promise<Sending[]>;

/** What a route has answered before. */
export function told(seen: Caller['seen'], route: string): Record<string, string> {
  return (seen.get(route) ?? {}) as Record<string, string>;
}

const bodies = (...all: object[]): Sending[] => all.map((body) => ({ body }));

function nationalCodes({ targets }: World): Sending[] {
  return Object.values(targets).flatMap(({ idNumber }) =>
    ['yellow', 'green'].map((colour) => ({
      body: { content: `GK:${colour}:420000:resident:${idNumber}` },
    })),
  );
}

/** Straight to the colour: lifted where it is orange, set where it is green. */
function overrides({ targets: { ill, arrived, well } }: World): Sending[] {
  return bodies(
    liftWish([ill.idNumber]),
    liftWish([arrived.idNumber], { kind: 'lift.arrivals' }),
    orangeWish([well.idNumber]),
  );
}

async function draft({ api }: World, more: object = {}): Promise<Sending[]> {
  const { rules } = await api.services.rules.at(api.clock.now());

  return bodies({ comment: '示例', rules: otherRules(rules), ...more });
}

function file(world: World, { caller: { channel } }: Try, source: string): Sending[] {
  const feed = world.api.services.feedRules.find((one) => one.source === source);

  return feed ? [{ query: { name: channel }, body: feedFile(world, feed), type: 'text/csv' }] : [];
}

function scans({ api, targets }: World, { caller: { point } }: Try): Sending[] {
  return Object.values(targets).map(({ person }) => ({
    body: {
      id: checkInId(api.clock.now()),
      object: person.number ?? '',
      pointId: point.id,
      temperature: 39.5,
      mask: false,
    },
  }));
}

/** A verifier without network says what was signed: the colour of then is of no consequence for the one of now. */
function lateScans({ api, targets }: World, { caller: { point } }: Try): Sending[] {
  return Object.values(targets).map((target) => {
    const item = { id: checkInId(api.clock.now()), object: codeOf(api, target), decision: 'allow' };

    return { body: { pointId: point.id, items: [item] } };
  });
}

/** The code that was sent to the own phone; a guess where there is none. */
function codeFor({ api }: World, { phone }: WalkAccount): string {
  return api.services.providers.standIns.sms?.lastCode(phone) ?? '000000';
}

function signInBySms(world: World, { account }: Try): Sending[] {
  return bodies({ grant: 'sms', phone: account.phone, code: codeFor(world, account) });
}

function points(_world: World, { caller: { seen } }: Try): Sending[] {
  const { check: confirm } = told(seen, 'post /unit/points/imports');
  const body = pointCsv(...[raised, workDivision].map((one) => `示例场所,示例路 1 号,mall,${one},,,,,,`));

  return [{ body, type: 'text/csv', ...(confirm ? { query: { confirm } } : {}) }];
}

/** Into the raised region, so that who is scanned there has been there; and where they may lie. */
function newPoints(): Sending[] {
  const place = { name: '示例场所', address: '示例路 1 号', category: 'mall' };

  return bodies({ ...place, division: raised }, { ...place, division: workDivision });
}

function unit(): Sending[] {
  const owner = { name: inventName(), phone: inventPhone() };
  const fields = { name: '示例单位', kind: 'school', category: 'mall', division };

  return bodies({ ...fields, creditCode: inventCreditCode(), owner });
}

/** At a counter a clerk says who stands before him. */
function cards({ targets }: World): Sending[] {
  const pledge = { idType: 'resident', consented: true, compared: true };

  return Object.values(targets).map(({ name, idNumber }) => ({ body: { ...pledge, name, idNumber } }));
}

/** And asks why their codes have their colours. */
function reasons({ targets }: World): Sending[] {
  const documents = Object.values(targets).map(({ name, idNumber }) => ({ name, idNumber }));

  return bodies(...documents.map((one) => ({ ...one, idType: 'resident', present: true })));
}

/** A relative without a phone, and people who have one. */
function family({ targets }: World): Sending[] {
  const spouses = Object.values(targets).map(({ name, idNumber }) => ({
    ...inventMember('spouse'),
    name,
    idNumber,
  }));

  return bodies(inventMember(), ...spouses);
}

const deviceModel = () =>
  bodies({
    maker: '示例设备公司',
    model: 'AX-GATE-9',
    kind: 'turnstile',
    contact: { name: inventName(), phone: inventPhone() },
  });

async function device(_world: World, { caller: { point, unitId } }: Try): Promise<Sending[]> {
  const model = await DeviceModel.findOne({ where: { unitId, state: 'approved' } });
  const serial = `SN-A${inventPhone().slice(-6)}`;

  return model ? bodies({ name: '示例闸机', modelId: model.id, pointId: point.id, serial }) : [];
}

function identity({ targets: { well } }: World): Sending[] {
  return bodies({ idType: 'resident', name: well.name, idNumber: well.idNumber });
}

function face(_world: World, { caller: { seen } }: Try): Sending[] {
  return bodies({ ticket: told(seen, 'post /me/identity/face-tickets').ticket ?? 'none' });
}

function levels({ api }: World): Sending[] {
  const change = { division, level: 'community', from: todayOf(api) };

  return bodies({ changes: [change], note: '示例' });
}

const evidence = () => bodies(upload('image/png', pngFile()));

const note = () => bodies({ note: '示例' });

/** What would change a colour if one person were enough, and what has to fit something else. */
export const sendings: Readonly<Record<string, Sendings>> = {
  'post /sms-codes': (_world, { account: { phone } }) => bodies({ phone }),
  'post /sessions/current/proof': (world, { account }) => bodies({ code: codeFor(world, account) }),
  'post /sessions': signInBySms,
  'post /sessions/refresh': (_world, { caller: { seen } }) =>
    bodies({ refreshToken: told(seen, 'post /sessions').refreshToken }),
  'put /sessions/password': () =>
    bodies({ currentPassword: 'Anxing-2026-test', newPassword: 'Anxing-2026-walk' }),
  'post /me/consents': ({ api }) =>
    ['privacy', 'sensitive'].map((kind) => ({
      body: { kind, version: api.services.config.brand.consentVersion },
    })),
  'put /me/phone': signInBySms,
  'put /me/identity': identity,
  'put /me/identity/face': face,
  'post /me/national-code': nationalCodes,
  'post /me/evidence': evidence,
  'post /unit/evidence': evidence,
  'post /me/appeals': () => bodies(...['fever', 'arrivals'].map((rule) => ({ rules: [rule], text: '示例' }))),
  'post /me/appeals/{id}/additions': () => bodies({ text: '示例' }),
  'post /visits': ({ api, poster }) => bodies({ id: checkInId(api.clock.now()), poster }),
  'post /scans': scans,
  'post /scans/late': lateScans,
  'post /scans/{id}/feedback': () =>
    bodies(
      { reason: 'errand', temperature: 39.5, mask: false },
      { reason: 'errand', override: { decision: 'allow', reason: 'emergency' } },
    ),
  'post /unit/staff': () =>
    bodies({ name: inventName(), phone: inventPhone(), roles: ['manager', 'clerk', 'guard', 'viewer'] }),
  'patch /unit/staff/{id}': () => bodies({ roles: ['manager', 'clerk'], active: true }),
  'post /unit/cards': cards,
  'post /unit/reasons': reasons,
  'post /me/family': family,
  'post /unit/device-models': deviceModel,
  'post /unit/device-models/{id}/agreement': () => bodies({ version: deviceAgreement.version }),
  'post /unit/devices': device,
  'patch /unit/devices/{id}': () => bodies({ name: '示例闸机' }),
  'post /operator/device-models/{id}/refuse': () => bodies({ reason: '示例' }),
  'post /unit/points': newPoints,
  'patch /unit/points/{id}': () => bodies({ division: raised }, { name: '示例场所' }),
  'post /unit/points/imports': points,
  'post /unit/points/{id}/prints': () => bodies({ size: 'a4', format: 'pdf' }),
  'post /unit/passages/exports': () => bodies({ format: 'csv' }),
  'post /unit/duties': (_world, { caller: { point } }) => bodies({ pointId: point.id }),
  'post /unit/posters.pdf': (_world, { caller: { point } }) => bodies({ points: [point.id] }),
  'put /unit/points/{id}/notices': () => bodies({ staffIds: null }),
  'post /operator/units': unit,
  'patch /operator/units/{id}': () => bodies({ division }),
  'post /operator/regions/levels': levels,
  'post /operator/feeds/{source}/keys': (_world, { caller: { key, channel } }) =>
    bodies({ channel, owner: '示例', publicKey: key.publicKey }),
  'post /operator/feeds/{source}/uploads': (world, given) => file(world, given, sourceIn(given.place)),
  'post /unit/test-results/uploads': (world, given) => file(world, given, 'tests'),
  'post /operator/overrides': overrides,
  'post /unit/overrides': overrides,
  'post /operator/appeals/{id}/ask': () => bodies({ text: '示例' }),
  'post /operator/appeals/{id}/dismiss': () => bodies({ answer: '示例' }),
  'post /operator/appeals/{id}/uphold': () =>
    bodies({ answer: '示例', reason: 'wrongIdentity', evidenceNumber: '示例', days: 14 }),
  'post /operator/rules': (world) => draft(world, { basedOn: world.versions.inForce }),
  'put /operator/rules/{version}': (world) => draft(world),
  'post /operator/rules/{version}/dry-runs': () => bodies({ scope: 'everyone' }),
  'post /operator/rules/{version}/rollback': () =>
    bodies({ comment: '示例' }, { comment: '示例', confirmTurned: 1 }),
  'post /operator/rules/{version}/submit': () => bodies({}, { confirmTurned: 1 }),
  'post /operator/changes/{id}/approve': note,
  'post /operator/changes/{id}/reject': note,
  'post /operator/changes/{id}/withdraw': note,
  'post /unit/overrides/{id}/withdraw': note,
};
