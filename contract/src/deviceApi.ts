import { z } from 'zod';

import { firmware, deviceClock, queuedMost, runStates, taskReport } from './devices';
import { doorKeys } from './door';
import { line } from './fields';
import { lateScans, scanAnswer, scanRequest } from './scans';

/** Headers of a signed request and of its signed answer: see docs/devices.md. */
export const deviceHeaders = {
  key: 'anxing-key',
  time: 'anxing-time',
  nonce: 'anxing-nonce',
  signature: 'anxing-signature',
  digest: 'content-digest',
  serverKey: 'anxing-server-key',
} as const;

export const publicKeyText = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'format');

/** Ed25519 keys with which the server signs its answers: the last one is the newest. */
const serverKeys = z.array(z.object({ id: z.number().int(), publicKey: z.string() }));

const ownPoint = z.object({ id: z.string(), name: z.string(), address: z.string() });

/** What the gate goes by where it decides by itself. */
const standing = {
  takesPasses: z.boolean(),
  /** °C from which nobody is let in. */
  feverFrom: z.number(),
  /** Whether nobody is let in who was not measured. */
  temperature: z.enum(['required', 'asked']),
  /** h: how old a negative test may be, of which only the platform knows; null when none is asked for. */
  testHours: z.number().nullable(),
};

export const enrolmentRequest = z.strictObject({
  code: z.string().max(40),
  publicKey: publicKeyText,
  serial: z.string().trim().min(1, 'required').max(40, 'tooLong'),
  firmware,
});
export type EnrolmentRequest = z.input<typeof enrolmentRequest>;

export const enrolmentAnswer = z.object({
  deviceId: z.string(),
  name: z.string(),
  serverKeys,
  point: ownPoint,
  unit: z.object({ name: z.string() }),
  ...standing,
  serverTime: z.number(),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

/** The device's point is where it was put: it does not name it. */
export const deviceScanRequest = scanRequest.omit({ pointId: true });
export type DeviceScanRequest = z.input<typeof deviceScanRequest>;

/** What a gate needs to open and to say why not. */
export const deviceScanAnswer = scanAnswer
  .pick({
    id: true,
    object: true,
    colour: true,
    decision: true,
    why: true,
    wants: true,
    direction: true,
    at: true,
  })
  .extend({ name: z.string() });
export type DeviceScanAnswer = z.infer<typeof deviceScanAnswer>;

export const deviceLateScans = lateScans.omit({ pointId: true });
export type DeviceLateScans = z.input<typeof deviceLateScans>;

/** What a device holds for hours without network. */
export const deviceKeys = doorKeys.extend({
  /** Numbers of the colours that open a gate. */
  opens: z.array(z.number().int()),
});
export type DeviceKeys = z.infer<typeof deviceKeys>;

export const heartbeat = z.strictObject({
  firmware,
  /** ms, by the device's clock. */
  clock: deviceClock,
  queued: z.number().int().min(0).max(queuedMost),
});
export type Heartbeat = z.input<typeof heartbeat>;

export const heartbeatAnswer = z.object({
  serverTime: z.number(),
  active: z.boolean(),
  name: z.string(),
  point: ownPoint,
  ...standing,
  serverKeys,
});
export type HeartbeatAnswer = z.infer<typeof heartbeatAnswer>;

/** Into the slot of a conformance run goes the key with which the device signs during it. */
export const conformanceKey = z.strictObject({ publicKey: publicKeyText });

export const conformanceSlot = z.object({ run: z.string(), serverKeys });

export const gateVerdicts = ['open', 'stay'] as const;

export const conformanceTasks = z.object({
  run: z.string(),
  serverKeys,
  /** What the verifier holds during the run, in place of what `device/keys` and `device/revocations` answer. */
  held: z.object({
    keys: z.array(z.object({ id: z.number().int(), publicKey: z.string() })),
    colours: z.array(z.string().nullable()),
    /** Numbers of the colours that open the gate. */
    opens: z.array(z.number().int()),
    revocations: z.object({
      asOf: z.number(),
      passes: z.array(z.object({ id: z.string(), before: z.number() })),
      cards: z.array(z.string()),
      complete: z.boolean(),
    }),
  }),
  /** What a camera reads: would the gate open, without network, at this time? */
  scans: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      at: z.number(),
      takesPasses: z.boolean(),
      testHours: z.number().nullable(),
    }),
  ),
  /** What seems to be an answer of the server: is it genuine? */
  answers: z.array(
    z.object({
      id: z.string(),
      deviceId: z.string(),
      nonce: z.string(),
      status: z.number().int(),
      body: z.string(),
      serverKey: z.number().int(),
      signature: z.string(),
    }),
  ),
});
export type ConformanceTasks = z.infer<typeof conformanceTasks>;

export const conformanceVerdicts = z.strictObject({
  scans: z.array(z.strictObject({ id: line(40), verdict: z.enum(gateVerdicts) })).max(100, 'tooLong'),
  answers: z.array(z.strictObject({ id: line(40), genuine: z.boolean() })).max(100, 'tooLong'),
});
export type ConformanceVerdicts = z.input<typeof conformanceVerdicts>;

export const conformanceResult = z.object({
  state: z.enum(runStates),
  tasks: z.number().int(),
  right: z.number().int(),
  wrong: z.array(taskReport),
});
export type ConformanceResult = z.infer<typeof conformanceResult>;
