import { evidenceBytes, type EvidenceType } from '@anxing/contract/evidence';

import { AppError } from '../../base/errors';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The last chunk: its length, name and checksum (PNG, third edition, §11.2.5). */
const pngEnd = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff]);
const jpegEnd = Buffer.from([0xff, 0xd9]);
const pdf = Buffer.from('%PDF-');
/** Readers look for it so far from the end (ISO 32000-1, annex H, note 18). */
const pdfTail = 1_024;

function startsWith(file: Buffer, start: Buffer): boolean {
  return file.subarray(0, start.length).equals(start);
}

function endsWith(file: Buffer, end: Buffer): boolean {
  return file.length > end.length && file.subarray(-end.length).equals(end);
}

const checks: Record<EvidenceType, (file: Buffer) => boolean> = {
  'image/png': (file) => startsWith(file, png) && endsWith(file, pngEnd),
  'image/jpeg': (file) => startsWith(file, jpeg) && endsWith(file, jpegEnd),
  'application/pdf': (file) => startsWith(file, pdf) && file.subarray(-pdfTail).includes('%%EOF'),
};

/**
 * The bytes of a file in base64, when it is what it says, and whole: a picture that was cut off on its way is no proof.
 * @throws evidence_refused
 */
export function readEvidence(mediaType: EvidenceType, base64: string): Buffer {
  const file = Buffer.from(base64, 'base64');
  const isCanonical = file.toString('base64') === base64;
  if (!isCanonical || file.length > evidenceBytes || !checks[mediaType](file)) {
    throw new AppError('evidence_refused');
  }

  return file;
}
