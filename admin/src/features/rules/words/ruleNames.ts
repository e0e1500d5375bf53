import type { RuleOptions } from '@anxing/contract/ruleVersions';

/** Names of what rules are made of; what is not configured any more keeps its id. */
export interface RuleNames {
  source(id: string): string;
  kind(source: string, id: string): string;
  level(id: string): string;
  colour(id: string): string;
}

export function ruleNames({ sources, regionLevels, colours }: RuleOptions): RuleNames {
  const sourceOf = (wanted: string) => sources.find(({ source }) => source === wanted);

  return {
    source: (id) => sourceOf(id)?.name ?? id,
    kind: (source, id) => sourceOf(source)?.kinds.find((kind) => kind.id === id)?.name ?? id,
    level: (id) => regionLevels.find((level) => level.id === id)?.name ?? id,
    colour: (id) => colours.find(({ name }) => name === id)?.label ?? id,
  };
}
