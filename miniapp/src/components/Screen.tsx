import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';

import { PrivacyPrompt } from '../platform/PrivacyPrompt';
import { useConfig } from '../lib/config';
import { useElderMode } from '../lib/preferences';
import { texts } from '../lib/texts';
import { openArrival, useArrival, type OnArrival } from '../lib/useArrival';
import { usePageShown } from '../lib/usePageShown';
import { aria } from '../platform/aria';
import { OfflineBanner } from './OfflineBanner';
import './screen.scss';

interface Props {
  className?: string;
  /** What to do with a poster that arrives while this page is on the screen. */
  onArrival?: OnArrival;
  /** A result fills the whole screen: no banners above it. */
  isBare?: boolean;
}

/** The frame of every page: type size, brand, banners, and what WeChat asks. */
export function Screen({
  className = '',
  onArrival = openArrival,
  isBare = false,
  children,
}: PropsWithChildren<Props>) {
  const config = useConfig();
  const isElder = useElderMode();
  const isShown = usePageShown();
  useArrival(isShown, onArrival);

  const brand = config ? ({ '--brand': config.brand.primary } as CSSProperties) : undefined;

  return (
    <View
      className={`screen ${isElder ? 'elder' : ''} ${className}`}
      style={brand}
      {...aria({ role: 'main' })}
    >
      {config?.mode === 'demo' && <View className="demo-banner">{texts.demo}</View>}
      {!isBare && <OfflineBanner />}
      {children}
      <PrivacyPrompt texts={texts} />
    </View>
  );
}
