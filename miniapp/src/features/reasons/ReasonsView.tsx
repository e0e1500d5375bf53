import { View } from '@tarojs/components';

import type { OwnReasons } from '@anxing/contract/reasons';

import { Hotline } from '../../components/Hotline';
import { Loaded } from '../../components/Loaded';
import { useRecord } from '../../lib/useRecord';
import { AllClear } from './AllClear';
import { Checking } from './Checking';
import { ColourHead } from './ColourHead';
import { LateSources } from './LateSources';
import { ReasonCard } from './ReasonCard';
import { texts } from './texts';
import './reasons.scss';

function ReasonList({ own }: { own: OwnReasons }) {
  return (
    <>
      <View className="section">
        <View className="section__title">{texts.reasonsTitle(own.reasons.length)}</View>
        <View className="section__hint">{texts.reasonsHint}</View>
      </View>
      {own.reasons.map((reason, at) => (
        <ReasonCard key={`${reason.rule} ${reason.date} ${at}`} reason={reason} own={own} />
      ))}
      {own.late.length > 0 && (
        <View className="card">
          <View className="card__title">{texts.alsoLateTitle}</View>
          <LateSources late={own.late} />
        </View>
      )}
    </>
  );
}

function Explanation({ own }: { own: OwnReasons }) {
  if (own.reasons.length > 0) {
    return <ReasonList own={own} />;
  }

  return own.colour === 'unknown' ? <Checking late={own.late} /> : <AllClear checked={own.checked} />;
}

/** Why the own code has its colour, as far as the platform knows it itself. */
export function ReasonsView() {
  const record = useRecord<OwnReasons>('me/reasons');

  return (
    <Loaded record={record}>
      {(own) => (
        <>
          <ColourHead own={own} />
          <Explanation own={own} />
          <Hotline text={texts.question} />
        </>
      )}
    </Loaded>
  );
}
