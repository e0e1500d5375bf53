import { FlowWarning } from '../models/flowWarning';

/** The warnings of a unit that stand, oldest first. */
export function openWarnings(unitId: string): Promise<FlowWarning[]> {
  return FlowWarning.findAll({ where: { unitId, clearedAt: null }, order: ['id'] });
}
