import { useZone } from '../lib/useZone';

interface Props {
  at: number | null;
  instead?: string;
  /** The day only. */
  isDay?: boolean;
}

/** A moment in the configured zone; `instead` when there is none. */
export function Instant({ at, instead = '—', isDay = false }: Props) {
  const { time } = useZone();

  return at === null ? (
    <>{instead}</>
  ) : (
    <time dateTime={new Date(at).toISOString()} className="instant">
      {isDay ? time(at).slice(0, 10) : time(at)}
    </time>
  );
}
