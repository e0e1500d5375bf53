import Taro from '@tarojs/taro';
import { useState } from 'react';

import type { Appeal } from '@anxing/contract/appeals';

import { Press } from '../../components/Press';
import { addToAppeal } from './api';
import { Statement } from './Statement';
import { texts } from './texts';

interface Props {
  appeal: Appeal;
  onChange: (appeal: Appeal) => void;
}

/** Adds to an appeal: asked for, it is there at once; else, while nobody has answered, by a button. */
export function Addition({ appeal, onChange }: Props) {
  const [isOpen, setOpen] = useState(appeal.state === 'needsMore');
  const isPossible = appeal.state === 'needsMore' || appeal.state === 'submitted';

  if (!isPossible) {
    return null;
  }
  if (!isOpen) {
    return (
      <Press className="open-addition" kind="secondary" onPress={() => setOpen(true)}>
        {texts.openAddition}
      </Press>
    );
  }

  return (
    <Statement
      about={appeal.id}
      title={texts.addition}
      placeholder={texts.additionPlaceholder}
      submit={texts.submitAddition}
      send={({ text }, pictures) => addToAppeal(appeal.id, { text: text.trim(), pictures })}
      onSent={(changed) => {
        setOpen(false);
        onChange(changed);
        void Taro.showToast({ title: texts.added, icon: 'none' });
      }}
    />
  );
}
