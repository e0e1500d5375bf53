import type { KeyObject } from 'node:crypto';

import { AppError } from '../../base/errors';
import { publicKeyFromText } from '../../codes/ed25519Text';
import type { Services } from '../../context';
import type { Device } from '../../models/device';
import { checkSignature, useNonce, type SignedHead } from './signedHead';
import { placeOfDevice, type DevicePlace } from './usableDevice';

export interface VerifiedDevice extends DevicePlace {
  device: Device;
}

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of records that are kept: a key is read once, as long as the record is the same. */
const keys = new WeakMap<Device, KeyObject>();

function keyOf(device: Device): KeyObject | undefined {
  const known = keys.get(device) ?? publicKeyFromText(device.publicKey ?? '');
  if (known) {
    keys.set(device, known);
  }

  return known;
}

async function verified(services: Services, head: SignedHead, device: Device): Promise<VerifiedDevice> {
  const key = keyOf(device);
  if (!key) {
    throw new AppError('signature_refused');
  }
  checkSignature(services, head, key);
  await useNonce(services, head);
  const place = await placeOfDevice(services, device);
  if (!place) {
    throw new AppError('device_disabled');
  }

  return { device, ...place };
}

/** Counts what was refused in the name of a device; only an AppError has a cause that people can read. */
export function noteRefusal({ deviceNotes, clock }: Services, keyId: string, error: unknown): void {
  if (error instanceof AppError && error.status < 500) {
    deviceNotes.noteRefused(keyId, error.code, clock.now());
  }
}

/**
 * Which device sends this. Its key, and whether it may work, are kept in memory and dropped when they change.
 * @throws signature_missing, signature_refused, signature_skewed, signature_replayed, device_disabled
 */
export async function verifyDevice(services: Services, head: SignedHead): Promise<VerifiedDevice> {
  if (!idForm.test(head.keyId)) {
    throw new AppError('signature_missing');
  }
  const { devices } = services.caches;
  const device = devices.kept(head.keyId) ?? (await devices.get(head.keyId));
  if (!device) {
    throw new AppError('signature_refused');
  }
  const found = await verified(services, head, device);
  services.deviceNotes.noteSeen(device.id, services.clock.now());

  return found;
}
