import { View } from '@tarojs/components';
import { useState } from 'react';

import { idTypeKeys, idTypes, type IdType } from '@anxing/contract/identityDocuments';

import { Press } from '../../components/Press';
import { texts } from './texts';

interface Props {
  value: IdType;
  onChange: (value: IdType) => void;
}

/** The kind of document; opens into a list when it is tapped. */
export function IdTypeChoice({ value, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);

  const choose = (idType: IdType) => {
    onChange(idType);
    setOpen(false);
  };

  return (
    <View className="field">
      <View className="field__label">{texts.idType}</View>
      <Press
        className="field__line id-type"
        kind="plain"
        label={`${texts.idType} ${idTypes[value]}`}
        onPress={() => setOpen(!isOpen)}
      >
        <View className="field__input id-type__value">{idTypes[value]}</View>
        <View className={`id-type__arrow ${isOpen ? 'id-type__arrow--open' : ''}`} />
      </Press>
      {isOpen &&
        idTypeKeys.map((key) => (
          <Press
            key={key}
            className={`id-type__option id-type-${key} ${key === value ? 'id-type__option--chosen' : ''}`}
            kind="plain"
            onPress={() => choose(key)}
          >
            {idTypes[key]}
          </Press>
        ))}
    </View>
  );
}
