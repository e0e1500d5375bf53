import { View } from '@tarojs/components';
import { useState } from 'react';

import type { Division } from '@anxing/contract/divisions';

import { Press } from '../../components/Press';
import { asApiError } from '../../lib/apiError';
import { rememberedPoster } from '../../lib/journey';
import { aria } from '../../platform/aria';
import { claimCode } from './api';
import { DivisionChoice } from './DivisionChoice';
import { texts } from './texts';

interface Props {
  /** Called a moment after the claim, when the person has seen that it worked. */
  onClaimed: () => void;
}

type Claim = 'ready' | 'claiming' | 'claimed';

/** ms that the good news stays. */
const celebration = 1_200;

function Celebration() {
  return (
    <View className="claim-card claim-card--done" {...aria({ role: 'status', isLive: true })}>
      <View className="claim-card__tick" />
      <View className="claim-card__title">{texts.claimed}</View>
      <View className="claim-card__hint">{texts.claimedHint}</View>
    </View>
  );
}

/** One tap, no form: the server checks its own data. Where the person is may be told, and a scanned poster tells it. */
export function ClaimCard({ onClaimed }: Props) {
  const [claim, setClaim] = useState<Claim>('ready');
  const [problem, setProblem] = useState<string>();
  const [division, setDivision] = useState<Division>();
  const poster = rememberedPoster();

  const start = async () => {
    if (claim !== 'ready') {
      return;
    }
    setClaim('claiming');
    setProblem(undefined);
    try {
      await claimCode({ division: division?.code, poster });
      setClaim('claimed');
      setTimeout(onClaimed, celebration);
    } catch (cause) {
      setProblem(asApiError(cause).message);
      setClaim('ready');
    }
  };

  if (claim === 'claimed') {
    return <Celebration />;
  }

  return (
    <View className="claim-card">
      <View className="claim-card__picture" />
      <View className="claim-card__title">{texts.claimTitle}</View>
      <View className="claim-card__hint">{texts.claimHint}</View>
      {problem && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <Press className="claim" isDisabled={claim === 'claiming'} onPress={() => void start()}>
        {claim === 'claiming' ? texts.claiming : texts.claim}
      </Press>
      <DivisionChoice chosen={division} hasPoster={poster !== undefined} onChoose={setDivision} />
    </View>
  );
}
