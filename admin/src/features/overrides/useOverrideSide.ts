import type { EvidencePath } from '../../lib/api/evidenceFile';
import type { OverridePath } from '../../lib/api/overrideOptions';
import { useOwnUnit } from '../../lib/ownUnit';

export interface OverrideSide {
  path: OverridePath;
  evidence: EvidencePath;
  isOperator: boolean;
}

/** The operator sees the proposals of all, a unit its own. */
export function useOverrideSide(): OverrideSide {
  const { unit } = useOwnUnit();

  return unit.kind === 'operator'
    ? { path: 'operator/overrides', evidence: 'operator/evidence', isOperator: true }
    : { path: 'unit/overrides', evidence: 'unit/evidence', isOperator: false };
}
