import { useZone } from '../../../lib/useZone';

/** The time of day of a moment, in the configured zone. */
export function ClockText({ at }: { at: number | null }) {
  const { time } = useZone();

  return at === null ? (
    <>—</>
  ) : (
    <time className="instant" dateTime={new Date(at).toISOString()}>
      {time(at).slice(11)}
    </time>
  );
}
