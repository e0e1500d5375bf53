import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

import type { VisitAnswer } from '@anxing/contract/visits';

import { Clock } from '../../components/Clock';
import { ColourMark } from '../../components/ColourMark';
import { useNow } from '../../lib/clock';
import { useColour } from '../../lib/config';
import { clockText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { colourTopBar } from '../../platform/screen';
import { texts } from './texts';
import './result.scss';

/** A leaving is never green, nor is an old verdict: nobody shall use it to get in. */
const neutralGround = '#33404f';

/** What the guard reads from two metres; seven characters are set in two lines. */
function Verdict({ text }: { text: string }) {
  return (
    <View className={`verdict ${text.length > 4 ? 'verdict--long' : ''}`}>
      {text.length > 4
        ? [text.slice(0, 3), text.slice(3)].map((line) => <View key={line}>{line}</View>)
        : text}
    </View>
  );
}

/** ms after which a verdict is grey: it was for that moment at that door. */
const verdictLife = 10 * 60_000;

/** The answer to a check-in over the whole screen. */
export function Result({ answer }: { answer: VisitAnswer }) {
  const colour = useColour(answer.colour);
  const isOld = useNow() - answer.at > verdictLife;
  const isOut = answer.direction === 'out';
  const isNeutral = isOut || isOld;
  const ground = isNeutral ? neutralGround : colour.background;
  const ink = isNeutral ? '#ffffff' : colour.ink;
  const verdict = isOut ? texts.leftVerdict : shared.decisions[answer.decision];

  useEffect(() => {
    colourTopBar(ground, 'white');
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });

    return () => colourTopBar('#ffffff', 'black');
  }, [ground]);

  return (
    <View className={`result result--${answer.decision}`} style={{ backgroundColor: ground, color: ink }}>
      <Clock isTicking />
      <View
        className="result__core"
        {...aria({
          role: 'status',
          isLive: true,
          label: texts.verdictLabel(verdict, answer.place.name, colour.label),
        })}
      >
        <ColourMark shape={isOut ? 'square' : colour.shape} ink={ink} />
        <Verdict text={verdict} />
        {isOld && <View className="why">{texts.oldVerdict}</View>}
        {answer.why && <View className="why">{answer.why}</View>}
      </View>
      <View className="result__facts">
        <View className="result__direction">
          {texts.directions[answer.direction]} · {answer.name}
        </View>
        <View className="place-name">{answer.place.name}</View>
        <View className="result__address">{answer.place.address}</View>
        <View className="result__time">{texts.registeredAt(clockText(answer.at))}</View>
      </View>
    </View>
  );
}
