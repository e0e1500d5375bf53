import { Text, View } from '@tarojs/components';

import type { OwnReasons } from '@anxing/contract/reasons';

import { ColourMark } from '../../components/ColourMark';
import { useColour } from '../../lib/config';
import { shortTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { texts } from './texts';

/** The colour that is explained, of when its data is, and by which version of the rules. */
export function ColourHead({ own }: { own: OwnReasons }) {
  const colour = useColour(own.colour);
  const asOf = own.asOf === null ? shared.neverAsOf : shared.asOf(shortTimeText(own.asOf));

  return (
    <View
      className="colour-head"
      style={{ backgroundColor: colour.background, color: colour.ink }}
      {...aria({ role: 'status', label: `${colour.label}，${colour.word}，${asOf}` })}
    >
      <View className="colour-head__state">
        <ColourMark shape={colour.shape} ink="currentColor" />
        <Text className="colour-head__label">{colour.label}</Text>
        <Text className="colour-head__word">{colour.word}</Text>
      </View>
      <View className="colour-head__facts">
        <Text className="as-of">{asOf}</Text>
        <Text className="colour-head__version">{texts.version(own.ruleVersion)}</Text>
      </View>
    </View>
  );
}
