import type { ScanObject } from '@anxing/contract/scans';

/** How kind and direction of a passage are stored. */
export const kindCodes = { visit: 0, scan: 1 } as const;
export const directionCodes = { in: 0, out: 1 } as const;

/** How it is stored by what somebody was recognised. */
export const proofCodes: Record<ScanObject, number> = {
  code: 0,
  pass: 1,
  card: 2,
  number: 3,
  national: 4,
  idCard: 5,
};
