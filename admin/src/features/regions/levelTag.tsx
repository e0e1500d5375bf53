import type { RegionLevel } from '@anxing/contract/regions';

interface Props {
  levels: readonly RegionLevel[];
  level: string;
}

/** A level by its word, on its colour; one that is not configured any more keeps its id. */
export function LevelTag({ levels, level }: Props) {
  const known = levels.find(({ id }) => id === level);

  return (
    <span className="levelTag" style={known ? { background: known.background, color: known.ink } : undefined}>
      {known?.name ?? level}
    </span>
  );
}
