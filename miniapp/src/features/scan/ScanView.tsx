import { View } from '@tarojs/components';
import { useTabItemTap } from '@tarojs/taro';
import { useRef, useState } from 'react';

import { Press } from '../../components/Press';
import { lastPlace } from '../../lib/lastPlace';
import { openPage } from '../../lib/navigation';
import { readPoster, type PosterRefusal } from '../../lib/posterLink';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { posterOrigins } from '../../platform/origins';
import { hasPlatformScanner, scanWithPlatform } from '../../platform/scanner';
import { Viewfinder } from '../../platform/Viewfinder';
import { texts } from './texts';
import { TypedCode } from './TypedCode';
import './scan.scss';

function LastPlaceCard() {
  const last = lastPlace();

  return last ? (
    <View className="card last-place">
      <View className="last-place__name">{texts.again(last.name)}</View>
      <Press
        className="reopen"
        kind="secondary"
        onPress={() => void openPage('place', { poster: last.poster })}
      >
        {texts.reopen}
      </Press>
    </View>
  ) : null;
}

function Steps() {
  return (
    <View className="card steps">
      {texts.steps.map((step, index) => (
        <View key={step} className="steps__line">
          <View className="steps__mark">{index + 1}</View>
          <View className="steps__text">{step}</View>
        </View>
      ))}
    </View>
  );
}

/** Scanning a poster inside the app: WeChat's and Alipay's own scanner, or the viewfinder of the page. */
export function ScanView({ isActive }: { isActive: boolean }) {
  const [refusal, setRefusal] = useState<PosterRefusal>();
  /** Who comes back from a place still points the camera at its poster: it must not open again by itself. */
  const lastSeen = useRef<string>();

  const take = (text: string) => {
    const reading = readPoster(text, posterOrigins());
    setRefusal('refusal' in reading ? reading.refusal : undefined);
    if ('token' in reading) {
      void openPage('place', { poster: reading.token });
    }
  };
  const see = (text: string) => {
    if (text !== lastSeen.current) {
      lastSeen.current = text;
      take(text);
    }
  };
  const scan = async () => {
    setRefusal(undefined);
    const text = await scanWithPlatform();
    if (text) {
      take(text);
    }
  };
  useTabItemTap(() => {
    lastSeen.current = undefined;
    if (hasPlatformScanner()) {
      void scan();
    }
  });

  return (
    <>
      <View className="scan-head">
        <View className="scan-head__title">{texts.title}</View>
        <View className="scan-head__hint">{texts.hint}</View>
      </View>
      {refusal && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {shared.refusals[refusal]}
        </View>
      )}
      {hasPlatformScanner() && (
        <Press className="scan" onPress={() => void scan()}>
          {texts.scan}
        </Press>
      )}
      <Viewfinder isActive={isActive} texts={texts.viewfinder} onText={see} />
      <TypedCode onText={take} />
      <Steps />
      <LastPlaceCard />
    </>
  );
}
