import type { Services } from '../../context';
import type { Evidence } from '../../models/evidence';
import { openField } from '../../privacy/sealedFields';

/** The bytes of a picture or document. */
export function openEvidence({ vault }: Services, evidence: Evidence): Buffer {
  return Buffer.from(openField(vault, 'evidence', 'data', evidence, evidence.data), 'base64');
}
