import { View } from '@tarojs/components';
import { useState } from 'react';

import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { texts } from './texts';

/** Longest with its hyphens and a space or two. */
const maxLength = 16;

/** For a camera that does not focus, or a picture behind rain: the code printed below it, typed. */
export function TypedCode({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState('');

  return (
    <View className="card typed-code">
      <Field
        className="typed-code__input"
        label={texts.typed.label}
        placeholder={texts.typed.placeholder}
        value={text}
        maxLength={maxLength}
        onChange={setText}
      />
      <Press
        className="typed-code__open"
        kind="secondary"
        isDisabled={text.trim() === ''}
        onPress={() => onText(text)}
      >
        {texts.typed.open}
      </Press>
    </View>
  );
}
