import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

import { ColourMark } from '../../components/ColourMark';
import { QrCode } from '../../components/QrCode';
import { useColour } from '../../lib/config';
import { shortTimeText } from '../../lib/format';
import { passAt, passTime, type ShownPass } from '../../lib/outagePass';
import { aria } from '../../platform/aria';
import { texts } from './texts';

/** The pass of this moment; every step is another picture. */
export function usePass(isActive: boolean): ShownPass | undefined {
  const [pass, setPass] = useState<ShownPass>();

  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      const time = passTime();
      const shown = passAt(time);
      setPass(shown);
      if (shown) {
        timer = setTimeout(turn, Math.max(200, shown.stepEnd - time + 20));
      }
    };
    turn();

    return () => clearTimeout(timer);
  }, [isActive]);

  return pass;
}

interface Props {
  pass: ShownPass;
}

/** What a door reads of a phone without network: neutral all around, since nobody may take it for a code by its looks. */
export function PassCard({ pass }: Props) {
  const colour = useColour(pass.colour);

  return (
    <View className="pass-card">
      <View className="pass-card__title">{texts.passTitle}</View>
      <View className="code-frame code-frame--pass">
        <QrCode id="outagePass" text={pass.text} label={texts.passLabel(colour.label)} />
      </View>
      <View className="pass-card__state" {...aria({ role: 'status' })}>
        <ColourMark shape={colour.shape} ink="currentColor" />
        {texts.passState(colour.label, shortTimeText(pass.issuedAt))}
      </View>
      <View className="pass-card__hint">{texts.passHint(shortTimeText(pass.end))}</View>
    </View>
  );
}
