import { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';

import { Loading } from '../../components/Notice';
import { QueueNotice } from '../../components/QueueNotice';
import { Screen } from '../../components/Screen';
import { PlaceView } from '../../features/place/PlaceView';
import { Refused } from '../../features/place/Refused';
import { loadConfig } from '../../lib/config';
import { hasConsented } from '../../lib/consent';
import { takeArrival } from '../../lib/entrance';
import { goToStep, rememberPoster } from '../../lib/journey';
import { readPoster, type PosterReading, type PosterRefusal } from '../../lib/posterLink';
import { posterOrigins } from '../../platform/origins';

type Params = Partial<Record<string, string>>;

const refusals: readonly string[] = [
  'foreign',
  'payment',
  'personalCode',
  'notPoster',
] satisfies PosterRefusal[];

function isRefusal(text: string | undefined): text is PosterRefusal {
  return text !== undefined && refusals.includes(text);
}

/** The page's address names the poster, or why there is none; a scan from outside arrives on its own. */
function initialReading({ poster, refusal }: Params): PosterReading {
  if (poster) {
    return readPoster(poster, posterOrigins());
  }
  if (isRefusal(refusal)) {
    return { refusal };
  }

  return takeArrival() ?? { refusal: 'notPoster' };
}

async function askConsentFirst(reading: PosterReading): Promise<boolean> {
  await loadConfig().catch(() => undefined);
  if (hasConsented()) {
    return false;
  }
  if ('token' in reading) {
    rememberPoster(reading.token);
  }
  await goToStep('consent');

  return true;
}

export default function PlacePage() {
  const { params } = useRouter();
  const [reading, setReading] = useState(() => initialReading(params));
  const [round, setRound] = useState(0);
  const [isReady, setReady] = useState(hasConsented);

  useEffect(() => {
    if (!isReady) {
      void askConsentFirst(reading).then((isAsked) => setReady(!isAsked));
    }
  }, [isReady, reading]);

  const begin = useCallback((arrived: PosterReading) => {
    setReading(arrived);
    setRound((before) => before + 1);
  }, []);

  return (
    <Screen className="place-page" onArrival={begin}>
      {!isReady && <Loading />}
      {isReady && 'token' in reading && <PlaceView key={round} poster={reading.token} />}
      {isReady && 'refusal' in reading && <Refused refusal={reading.refusal} />}
      <QueueNotice />
    </Screen>
  );
}
