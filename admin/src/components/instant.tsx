import { useZone } from '../lib/useZone';

/** A moment in the configured zone; `instead` when there is none. */
export function Instant({ at, instead = '—' }: { at: number | null; instead?: string }) {
  const { time } = useZone();

  return at === null ? (
    <>{instead}</>
  ) : (
    <time dateTime={new Date(at).toISOString()} className="instant">
      {time(at)}
    </time>
  );
}
