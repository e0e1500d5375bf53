import { View } from '@tarojs/components';
import { useState } from 'react';

import { limits } from '@anxing/contract/limits';

import { CheckLine } from '../../components/CheckLine';
import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { asApiError, fieldText, sentenceOf, type ApiError } from '../../lib/apiError';
import { startAt } from '../../lib/navigation';
import { forgetInitialPassword, initialPassword } from '../../lib/staff/session';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { changePassword } from './api';
import { texts } from './texts';

const { passwordMinLength, passwordMaxLength } = limits;

/** In the order of `texts.password.rules`. */
function rulesMet(next: string, current: string): boolean[] {
  const isLongEnough = next.length >= passwordMinLength && next.length <= passwordMaxLength;

  return [isLongEnough, /[A-Za-z\u00aa-\uffff]/.test(next), /\d/.test(next), next !== '' && next !== current];
}

function Rules({ met }: { met: boolean[] }) {
  return (
    <View className="password-rules">
      {texts.password.rules.map((rule, index) => {
        const isMet = met[index] ?? false;
        const state = isMet ? texts.password.met : texts.password.unmet;

        return (
          <View
            key={rule}
            className={`password-rule ${isMet ? 'password-rule--met' : ''}`}
            {...aria({ label: `${rule}，${state}` })}
          >
            <View className="password-rule__mark" />
            {rule}
          </View>
        );
      })}
    </View>
  );
}

interface Typed {
  current: string;
  next: string;
  again: string;
}

function faultOf({ current, next, again }: Typed): string | undefined {
  if (current === '') {
    return texts.password.missing;
  }
  if (rulesMet(next, current).includes(false)) {
    return texts.password.faulty;
  }

  return next === again ? undefined : texts.password.differs;
}

/** The first sign-in: the password that the administrator gave is replaced. */
export function PasswordView() {
  const known = initialPassword();
  const [current, setCurrent] = useState(known);
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setShown] = useState(false);
  const [fault, setFault] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);

  const submit = async () => {
    const found = faultOf({ current, next, again });
    setFault(found);
    setError(undefined);
    if (found || isBusy) {
      return;
    }
    setBusy(true);
    try {
      await changePassword({ currentPassword: current, newPassword: next });
      forgetInitialPassword();
      await startAt('staffHome');
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  const problem = fault ?? (error && sentenceOf(error));
  const maxLength = passwordMaxLength;

  return (
    <View className="staff-form">
      <View className="staff-form__title">{texts.password.title}</View>
      <View className="staff-form__hint">{texts.password.hint}</View>
      {known === '' && (
        <Field
          className="current-password"
          label={texts.password.current}
          placeholder={texts.password.currentPlaceholder}
          value={current}
          isSecret={!isShown}
          maxLength={maxLength}
          error={fieldText(error, 'currentPassword')}
          onChange={setCurrent}
        />
      )}
      <Field
        className="new-password"
        label={texts.password.next}
        placeholder={texts.password.nextPlaceholder}
        value={next}
        isSecret={!isShown}
        maxLength={maxLength}
        error={fieldText(error, 'newPassword')}
        onChange={setNext}
      />
      <Rules met={rulesMet(next, current)} />
      <Field
        className="new-password-again"
        label={texts.password.again}
        placeholder={texts.password.againPlaceholder}
        value={again}
        isSecret={!isShown}
        maxLength={maxLength}
        onChange={setAgain}
      />
      <CheckLine
        className="show-password"
        isChecked={isShown}
        label={texts.password.show}
        checkedLabel={shared.checked}
        onToggle={() => setShown(!isShown)}
      />
      {problem && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <Press className="save-password" isDisabled={isBusy} onPress={() => void submit()}>
        {isBusy ? texts.password.busy : texts.password.submit}
      </Press>
    </View>
  );
}
