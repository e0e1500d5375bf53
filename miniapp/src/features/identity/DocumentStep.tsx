import { View } from '@tarojs/components';
import { useState } from 'react';

import { fieldTexts } from '@anxing/contract/fieldTexts';
import { normaliseIdNumber } from '@anxing/contract/idNumber';
import { documentFault, type IdType } from '@anxing/contract/identityDocuments';
import { limits } from '@anxing/contract/limits';

import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { fieldText } from '../../lib/apiError';
import { now } from '../../lib/clock';
import { dayText } from '../../lib/format';
import { useStep } from '../../lib/useStep';
import { aria } from '../../platform/aria';
import { putIdentity } from './api';
import { IdTypeChoice } from './IdTypeChoice';
import { texts } from './texts';

interface Faults {
  name?: string;
  idNumber?: string;
}

function faultsOf(idType: IdType, name: string, idNumber: string): Faults {
  const fault = documentFault(idType, idNumber, dayText(now()));

  return {
    name: name.trim() ? undefined : texts.nameFault,
    idNumber: fault && (fieldTexts[fault]?.[0] ?? fault),
  };
}

/** Levels 2 and 3: name and number, checked here first and then by the identity provider. */
export function DocumentStep({ onDone }: { onDone: () => Promise<void> }) {
  const { error, isBusy, run } = useStep(onDone);
  const [idType, setIdType] = useState<IdType>('resident');
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [faults, setFaults] = useState<Faults>({});

  const verify = () => {
    const found = faultsOf(idType, name, idNumber);
    setFaults(found);
    if (!found.name && !found.idNumber) {
      const number = normaliseIdNumber(idNumber);
      void run(() => putIdentity({ idType, name: name.trim(), idNumber: number }));
    }
  };

  return (
    <View className="card">
      <View className="card__title">{texts.documentTitle}</View>
      <View className="card__text">{texts.documentHint}</View>
      <IdTypeChoice value={idType} onChange={setIdType} />
      <Field
        className="name-input"
        label={texts.name}
        value={name}
        maxLength={limits.nameLength}
        placeholder={texts.namePlaceholder}
        error={faults.name ?? fieldText(error, 'name')}
        onChange={setName}
      />
      <Field
        className="id-number-input"
        label={texts.idNumber}
        value={idNumber}
        type={idType === 'resident' ? 'idcard' : 'text'}
        maxLength={20}
        placeholder={texts.idNumberPlaceholder}
        error={faults.idNumber ?? fieldText(error, 'idNumber')}
        onChange={setIdNumber}
      />
      {error && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {error.message}
        </View>
      )}
      <Press className="verify" isDisabled={isBusy} onPress={verify}>
        {isBusy ? texts.verifying : texts.verify}
      </Press>
    </View>
  );
}
