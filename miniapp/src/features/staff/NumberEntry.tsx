import { View } from '@tarojs/components';
import { useState } from 'react';

import { isNumber12 } from '@anxing/contract/number12';

import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { groupedNumber } from '../../lib/format';
import { aria } from '../../platform/aria';
import { checkPerson } from './check';
import { showResult } from './nextPerson';
import { texts } from './texts';

const length = 12;
/** With the spaces or hyphens of whoever reads it out. */
const maxLength = 20;

function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^0-9]/g, '')
    .slice(0, length);
}

type State = 'empty' | 'short' | 'wrong' | 'good';

function stateOf(digits: string): State {
  if (digits === '') {
    return 'empty';
  }
  if (digits.length < length) {
    return 'short';
  }

  return isNumber12(digits) ? 'good' : 'wrong';
}

/** The 12 digits above a code, typed; a slip is told with the last digit. */
export function NumberEntry() {
  const [digits, setDigits] = useState('');
  const state = stateOf(digits);

  const query = () => {
    void checkPerson(digits);
    setDigits('');
    void showResult();
  };

  return (
    <View className="card number-entry">
      <Field
        className="number-input"
        label={texts.home.number}
        placeholder={texts.home.numberPlaceholder}
        value={groupedNumber(digits)}
        type="number"
        maxLength={maxLength}
        error={state === 'wrong' ? texts.home.numberWrong : undefined}
        onChange={(text) => setDigits(digitsOf(text))}
      >
        <Press className="query-number" isDisabled={state !== 'good'} onPress={query}>
          {texts.home.query}
        </Press>
      </Field>
      {(state === 'short' || state === 'good') && (
        <View className={`number-hint number-hint--${state}`} {...aria({ role: 'status' })}>
          {state === 'good' ? texts.home.numberGood : texts.home.numberShort(length - digits.length)}
        </View>
      )}
    </View>
  );
}
