import { View } from '@tarojs/components';

import type { PersonalCode } from '@anxing/contract/me';

import { Press } from '../../components/Press';
import { QrCode } from '../../components/QrCode';
import type { Colour } from '../../lib/config';
import { groupedNumber, shortTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { texts } from './texts';

interface Props {
  code: PersonalCode;
  colour: Colour;
  isExpired: boolean;
  onRefresh: () => void;
}

function Expired({ onRefresh }: Pick<Props, 'onRefresh'>) {
  return (
    <View className="expired" {...aria({ role: 'alert' })}>
      <View className="expired__title">{texts.expired}</View>
      <View className="expired__hint">{texts.expiredHint}</View>
      <Press className="refresh" onPress={onRefresh}>
        {texts.refresh}
      </Press>
    </View>
  );
}

/** The number for typing and the QR code for scanning, in a frame of the code's colour. */
export function CodeCard({ code, colour, isExpired, onRefresh }: Props) {
  const asOf = code.asOf === null ? shared.neverAsOf : shared.asOf(shortTimeText(code.asOf));
  const frame = isExpired ? {} : { borderColor: colour.background };

  return (
    <View className="code-card">
      <View className="number" {...aria({ label: texts.numberLabel(code.number) })}>
        {groupedNumber(code.number)}
      </View>
      <View className={`code-frame ${isExpired ? 'code-frame--expired' : ''}`} style={frame}>
        <QrCode id="personalCode" text={code.qr} label={texts.qrLabel(colour.label, colour.word)} />
        {isExpired && <Expired onRefresh={onRefresh} />}
      </View>
      <View className="code-card__foot">
        <View className="as-of">{asOf}</View>
        {!isExpired && (
          <Press className="refresh" kind="quiet" onPress={onRefresh}>
            {texts.refresh}
          </Press>
        )}
      </View>
    </View>
  );
}
