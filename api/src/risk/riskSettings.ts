import type { RegionLevel } from '@anxing/contract/regions';

import type { Colours } from './colours';
import type { FeedRules } from './feedRules';
import { rankedLevels, type RegionLevels } from './regionLevels';

/** What the configuration adds to facts and rules when somebody is judged. */
export interface RiskSettings {
  colours: Colours;
  feedRules: FeedRules;
  regionLevels: RegionLevels;
}

interface Kept {
  colours: Colours;
  feedRules: FeedRules;
  levels: readonly RegionLevel[];
}

/** Settings as they are stored: the same ones give the same text. */
export function textOfSettings({ colours, feedRules, regionLevels }: RiskSettings): string {
  const kept: Kept = { colours, feedRules, levels: regionLevels.all };

  return JSON.stringify(kept);
}

/** Takes what `textOfSettings` gave: it was checked when it came from the configuration. */
export function settingsOf(text: string): RiskSettings {
  const { colours, feedRules, levels } = JSON.parse(text) as Kept;

  return { colours, feedRules, regionLevels: rankedLevels(levels) };
}
