import { View } from '@tarojs/components';

import type { OwnReason } from '@anxing/contract/reasons';

import { CheckLine } from '../../components/CheckLine';
import { dateText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { texts } from './texts';

interface Props {
  reasons: OwnReason[];
  chosen: string[];
  onChange: (rules: string[]) => void;
}

/** One line for each rule: several records of one rule are contested together. */
function oneEach(reasons: OwnReason[]): OwnReason[] {
  return reasons.filter((reason, index) => reasons.findIndex((each) => each.rule === reason.rule) === index);
}

/** It was a few weeks ago at most. */
function withoutYear(date: string): string {
  return dateText(date).replace(/^\d+年/, '');
}

/** Which reasons are contested; one that is being looked into already cannot be chosen again. */
export function ReasonChoice({ reasons, chosen, onChange }: Props) {
  const toggle = (rule: string) =>
    onChange(chosen.includes(rule) ? chosen.filter((each) => each !== rule) : [...chosen, rule]);

  return (
    <View className="card">
      <View className="card__title">{texts.which}</View>
      {oneEach(reasons).map(({ rule, text, date, appealId }) =>
        appealId ? (
          <View key={rule} className="choice-off">
            <View className="choice-off__text">{text}</View>
            <View className="choice-off__state">{texts.inProcess}</View>
          </View>
        ) : (
          <CheckLine
            key={rule}
            className={`contest contest--${rule}`}
            isChecked={chosen.includes(rule)}
            label={`${text}（${withoutYear(date)}）`}
            checkedLabel={shared.checked}
            onToggle={() => toggle(rule)}
          />
        ),
      )}
    </View>
  );
}
