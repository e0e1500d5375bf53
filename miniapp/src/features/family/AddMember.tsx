import { View } from '@tarojs/components';
import { useState } from 'react';

import type { Relation } from '@anxing/contract/familyRelations';
import { normaliseIdNumber } from '@anxing/contract/idNumber';
import { limits } from '@anxing/contract/limits';

import { CheckLine } from '../../components/CheckLine';
import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { fieldText } from '../../lib/apiError';
import { texts as shared } from '../../lib/texts';
import { say } from '../../lib/useAction';
import { useStep } from '../../lib/useStep';
import { aria } from '../../platform/aria';
import { addMember } from './api';
import { FieldFault } from './FieldFault';
import { memberFaults, type Faults } from './memberFaults';
import { RelationChoice } from './RelationChoice';
import { texts } from './texts';

interface Props {
  onAdded: () => Promise<void>;
  onCancel: () => void;
}

/** Name and number of a relative, checked here first and then by the identity provider. */
export function AddMember({ onAdded, onCancel }: Props) {
  const { error, isBusy, run } = useStep(onAdded);
  const [relation, setRelation] = useState<Relation>();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const [isPledged, setPledged] = useState(false);
  const [faults, setFaults] = useState<Faults>({});

  const add = () => {
    const draft = { relation, name: name.trim(), idNumber: normaliseIdNumber(typed), isPledged };
    const found = memberFaults(draft);
    setFaults(found);
    if (!relation || Object.keys(found).length > 0) {
      return;
    }
    void run(async () => {
      await addMember({
        relation,
        idType: 'resident',
        name: draft.name,
        idNumber: draft.idNumber,
        pledged: true,
      });
      say(texts.added);
    });
  };

  return (
    <View className="card family-form">
      <View className="card__title">{texts.formTitle}</View>
      <View className="card__text">{texts.formHint}</View>
      <RelationChoice value={relation} error={faults.relation} onChange={setRelation} />
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
        label={texts.number}
        value={typed}
        type="idcard"
        maxLength={20}
        placeholder={texts.numberPlaceholder}
        error={faults.idNumber ?? fieldText(error, 'idNumber')}
        onChange={setTyped}
      />
      <CheckLine
        className="pledge"
        isChecked={isPledged}
        label={texts.pledge}
        checkedLabel={shared.checked}
        onToggle={() => setPledged(!isPledged)}
      />
      <FieldFault text={faults.isPledged} />
      {error && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {error.message}
        </View>
      )}
      <Press className="add-member" isDisabled={isBusy} onPress={add}>
        {isBusy ? texts.adding : texts.add}
      </Press>
      <Press className="cancel-adding" kind="quiet" isDisabled={isBusy} onPress={onCancel}>
        {shared.cancel}
      </Press>
    </View>
  );
}
