import { View } from '@tarojs/components';

import { relationKeys, relations, type Relation } from '@anxing/contract/familyRelations';

import { CheckLine } from '../../components/CheckLine';
import { texts as shared } from '../../lib/texts';
import { FieldFault } from './FieldFault';
import { texts } from './texts';

interface Props {
  value: Relation | undefined;
  error: string | undefined;
  onChange: (value: Relation) => void;
}

/** Who it is to the applicant. */
export function RelationChoice({ value, error, onChange }: Props) {
  return (
    <View className="field">
      <View className="field__label">{texts.relation}</View>
      {relationKeys.map((key) => (
        <CheckLine
          key={key}
          className={`relation relation--${key}`}
          isChecked={key === value}
          label={relations[key]}
          checkedLabel={shared.checked}
          onToggle={() => onChange(key)}
        />
      ))}
      <FieldFault text={error} />
    </View>
  );
}
