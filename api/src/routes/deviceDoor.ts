import {
  deviceKeys,
  deviceLateScans,
  deviceScanAnswer,
  deviceScanRequest,
  enrolmentAnswer,
  enrolmentRequest,
  heartbeat,
  heartbeatAnswer,
} from '@anxing/contract/deviceApi';
import { revocationList, revocationQuery } from '@anxing/contract/door';
import { lateScanAnswers } from '@anxing/contract/scans';

import { AppError } from '../base/errors';
import { checkPerson } from '../commands/checkPerson';
import { enrolDevice } from '../commands/devices/enrolDevice';
import { openingColours } from '../commands/devices/openingColours';
import { pointOfDeviceAt } from '../commands/devices/pointOfDeviceAt';
import { placeOfDevice } from '../commands/devices/usableDevice';
import { doorKeysOf } from '../commands/door/doorKeys';
import { revocationsSince } from '../commands/door/passRevocations';
import { takeLateScans } from '../commands/scans/takeLateScans';
import { timeOfCheckIn } from '../passages/checkInId';
import { presentDeviceScan, presentEnrolment, presentStanding } from '../presenters/device';
import { signedDevice, signingKey } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { checkOwnSignature } from './ownSignature';

const enrol = defineRoute({
  method: 'post',
  path: '/device/enrolments',
  summary: 'A device hands in its key with the code that its unit was told; signed with that very key',
  access: signingKey,
  personalData: 'none',
  limit: allowances.proving,
  body: enrolmentRequest,
  answer: enrolmentAnswer,
  async handle({ services, origin, input, http, now }) {
    await checkOwnSignature(http, input.publicKey);
    const device = await enrolDevice(services, origin.ip, input);
    const place = await placeOfDevice(services, device);
    if (!place) {
      throw new AppError('enrolment_refused');
    }
    await services.deviceNotes.noteBeat(device.id, {
      at: now,
      firmware: input.firmware,
      clockOffset: Number(http.get('anxing-time')) - now,
      queued: 0,
    });

    return presentEnrolment(services, device, place);
  },
});

/** A camera reads the same picture many times a second: what lies before it must not keep a good code waiting. */
const reading = { points: 600, seconds: 60, perProcess: true } as const;

const scan = defineRoute({
  method: 'post',
  path: '/device/scans',
  summary: 'A device checks who is in front of it, by what it scanned',
  isBusy: true,
  access: signedDevice,
  personalData: 'masked',
  limit: reading,
  body: deviceScanRequest,
  answer: deviceScanAnswer,
  async handle({ services, origin, caller, input, now }) {
    const { device, unit } = caller;
    const by = { kind: 'device' as const, id: device.id };
    const point = await pointOfDeviceAt(services, caller, timeOfCheckIn(input.id, now));
    const { object, person, passage, place } = await checkPerson(
      { services, origin, by, unit, point, now },
      { ...input, pointId: point.id },
    );

    return presentDeviceScan(services, object, person, passage, place.point);
  },
});

const late = defineRoute({
  method: 'post',
  path: '/device/scans/late',
  summary:
    'Passages that a device decided without network, oldest first; each counts once, however often it is sent',
  access: signedDevice,
  personalData: 'none',
  limit: allowances.door,
  body: deviceLateScans,
  answer: lateScanAnswers,
  async handle({ services, origin, caller, input, now }) {
    const { device, unit, point } = caller;
    const by = { kind: 'device' as const, id: device.id };
    const pointAt = (at: number) => pointOfDeviceAt(services, caller, at);
    const items = await takeLateScans({ services, origin, by, unit, point, now }, input.items, pointAt);
    // The answer is 200, and what is wrong with single ones is the unit's to know too.
    items.forEach(({ code }) => code && services.deviceNotes.noteRefused(device.id, code, now));

    return { items };
  },
});

const beat = defineRoute({
  method: 'post',
  path: '/device/heartbeats',
  summary: 'A device tells its state, once a minute, and is told the time and where it stands',
  access: signedDevice,
  personalData: 'none',
  limit: allowances.door,
  body: heartbeat,
  answer: heartbeatAnswer,
  async handle({ services, caller: { device, point }, input: { firmware, clock, queued }, now }) {
    await services.deviceNotes.noteBeat(device.id, { at: now, firmware, clockOffset: clock - now, queued });

    return { ...presentStanding(services, device, point), active: Boolean(point.active) };
  },
});

const keys = defineRoute({
  method: 'get',
  path: '/device/keys',
  summary: 'Public keys that verify codes without network, and the colours inside codes',
  access: signedDevice,
  personalData: 'none',
  limit: allowances.reading,
  answer: deviceKeys,
  handle: ({ services }) => Promise.resolve({ ...doorKeysOf(services), opens: openingColours(services) }),
});

const revocations = defineRoute({
  method: 'get',
  path: '/device/revocations',
  summary: 'Outage passes and paper cards that are void, since the list that is held',
  access: signedDevice,
  personalData: 'none',
  limit: allowances.reading,
  query: revocationQuery,
  answer: revocationList,
  handle: ({ services, query }) => revocationsSince(services, query.since),
});

export const deviceDoorRoutes: Route[] = [enrol, scan, late, beat, keys, revocations];
