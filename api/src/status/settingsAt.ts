import { Op } from 'sequelize';

import type { Services } from '../context';
import { SettingsVersion } from '../models/settingsVersion';
import { settingsOf, type RiskSettings } from '../risk/riskSettings';

/** The settings of an instant, as far as they are known. */
export interface SettingsThen extends RiskSettings {
  /** ms: since when they are known to have been in force; null when none were kept, and those of now are used. */
  since: number | null;
  /** Nothing as old was kept: the oldest ones are used, or those of now. */
  isAssumed: boolean;
}

function present({ colours, feedRules, regionLevels }: Services): SettingsThen {
  return { colours, feedRules, regionLevels, since: null, isAssumed: true };
}

/** What was configured at an instant (ms): a version counts from the start of the process that brought it. */
export async function settingsAt(services: Services, at: number): Promise<SettingsThen> {
  const inForce = await SettingsVersion.findOne({
    where: { takesForceAt: { [Op.lte]: at } },
    order: [['version', 'DESC']],
  });
  const used = inForce ?? (await SettingsVersion.findOne({ order: [['version', 'ASC']] }));

  return used
    ? { ...settingsOf(used.content), since: Number(used.takesForceAt), isAssumed: !inForce }
    : present(services);
}
