import { z } from 'zod';

import type { RegionLevel } from '@anxing/contract/regions';

import { duplicates, parseOrRefuse, RiskConfigError } from './configError';
import { contrast } from './contrast';

/** WCAG 2.2 AA for text, as for the colours of people. */
const minContrast = 4.5;

const hex = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour like #237804');

const levelSchema = z.strictObject({
  /** As long as the columns that hold it. */
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/, 'must be a short word of latin letters'),
  /** What people read, in Chinese, like the policy. */
  name: z.string().min(1).max(20),
  severity: z.number().int(),
  /** What is asked of those who come from there. */
  policy: z.string().min(1).max(300),
  background: hex,
  ink: hex,
});

const levelsSchema = z.strictObject({ levels: z.array(levelSchema).min(2) });

/** The levels that a region can have. */
export interface RegionLevels {
  /** The mildest first. */
  all: readonly RegionLevel[];
  /** Where nothing was set. */
  lowest: RegionLevel;
  /** Those of which something can follow for people: all but the lowest. */
  above: readonly RegionLevel[];
}

/** @param levels at least one. @throws RangeError for none */
export function rankedLevels(levels: readonly RegionLevel[]): RegionLevels {
  const [lowest, ...above] = [...levels].sort((one, other) => one.severity - other.severity);

  if (!lowest) {
    throw new RangeError('There is no region level');
  }

  return { all: [lowest, ...above], lowest, above };
}

/** Takes the parsed `config/regionLevels.json`. @throws RiskConfigError naming every wrong place */
export function parseRegionLevels(json: unknown): RegionLevels {
  const what = 'list of region levels';
  const { levels } = parseOrRefuse(what, levelsSchema, json);
  const problems = [
    ...duplicates(levels, (level) => level.id, 'levels[*].id'),
    ...duplicates(levels, (level) => level.name, 'levels[*].name'),
    ...duplicates(levels, (level) => level.severity, 'levels[*].severity'),
    ...levels.flatMap(contrastProblems),
  ];

  if (problems.length > 0) {
    throw new RiskConfigError(what, problems);
  }

  return rankedLevels(levels);
}

/** @throws RangeError for a level that is not in the list: none is stored that was not */
export function levelNamed({ all }: RegionLevels, id: string): RegionLevel {
  const found = all.find((level) => level.id === id);

  if (!found) {
    throw new RangeError(`No region level is called '${id}'`);
  }

  return found;
}

function contrastProblems({ ink, background }: RegionLevel, index: number): string[] {
  return contrast(background, ink) < minContrast
    ? [`levels[${index}].ink: ${ink} is hard to read on ${background}`]
    : [];
}
