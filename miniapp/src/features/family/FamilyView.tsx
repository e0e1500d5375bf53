import { View } from '@tarojs/components';
import { useState } from 'react';

import type { Family } from '@anxing/contract/family';

import { Loaded } from '../../components/Loaded';
import { Press } from '../../components/Press';
import { useRecord } from '../../lib/useRecord';
import { AddMember } from './AddMember';
import { MemberCard } from './MemberCard';
import { texts } from './texts';
import './family.scss';

function Intro() {
  return (
    <View className="card">
      <View className="card__title">{texts.title}</View>
      <View className="card__text">{texts.intro}</View>
      <View className="card__text">{texts.safe}</View>
    </View>
  );
}

/** Relatives without a phone, and their printed cards. */
export function FamilyView() {
  const record = useRecord<Family>('me/family');
  const [isAdding, setAdding] = useState(false);

  const showAdded = async () => {
    setAdding(false);
    await record.reload();
  };

  return (
    <Loaded record={record}>
      {({ items }) => (
        <>
          <Intro />
          {items.length === 0 && <View className="card card__text">{texts.none}</View>}
          {items.map((member) => (
            <MemberCard key={member.id} member={member} onChanged={record.reload} />
          ))}
          {isAdding ? (
            <AddMember onAdded={showAdded} onCancel={() => setAdding(false)} />
          ) : (
            <Press className="start-adding" kind="secondary" onPress={() => setAdding(true)}>
              {texts.start}
            </Press>
          )}
        </>
      )}
    </Loaded>
  );
}
