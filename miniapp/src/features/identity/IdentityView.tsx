import { View } from '@tarojs/components';

import type { Me } from '@anxing/contract/me';

import { aria } from '../../platform/aria';
import { DocumentStep } from './DocumentStep';
import { FaceStep } from './FaceStep';
import { PhoneStep } from './PhoneStep';
import { texts } from './texts';
import './identity.scss';

type StepNumber = 0 | 1 | 2;

function stepOf({ level, proofAgain }: Me): StepNumber {
  if (level === 0) {
    return 0;
  }

  return level < 3 || proofAgain ? 1 : 2;
}

function Progress({ current }: { current: StepNumber }) {
  return (
    <View className="progress" {...aria({ label: `${texts.title} ${texts.steps[current]}` })}>
      {texts.steps.map((step, index) => (
        <View key={step} className={`progress__step ${index <= current ? 'progress__step--reached' : ''}`}>
          <View className="progress__mark">{index + 1}</View>
          <View className="progress__name">{step}</View>
        </View>
      ))}
    </View>
  );
}

interface Props {
  me: Me;
  /** Called after each step. */
  onDone: () => Promise<void>;
}

/** From nobody to level 4, one step on the screen at a time. */
export function IdentityView({ me, onDone }: Props) {
  const step = stepOf(me);

  return (
    <>
      <Progress current={step} />
      {me.proofAgain && <View className="card card--notice">{texts.proofAgain}</View>}
      {step === 0 && <PhoneStep onDone={onDone} />}
      {step === 1 && <DocumentStep onDone={onDone} />}
      {step === 2 && <FaceStep name={me.name ?? ''} onDone={onDone} />}
      {step > 0 && <View className="footnote">{texts.counter}</View>}
    </>
  );
}
